/**
 * What people do: building, designing, telling, caring. One concept a line:
 *   id [< broader …] [~ related:weight …] [> answer:weight …] | English forms | 中文说法
 * A broader concept answers its narrower ones in part, a narrower one its broader nearly wholly; `~` works both ways,
 * `>` one way: a recruiter answers who seeks a job, a job does not answer who seeks recruiters.
 * A `?` before the id marks a word too general to decide alone ("job").
 */
export const CRAFT_CONCEPTS = `
software | software engineer, software developer, programmer, developer, coder, coding, programming, software, software development, software engineering, engineer, engineering, tech talent, technical person, techie, technologist, IT support, CTO, tech lead | 程序员、软件工程师、软件、软件开发、工程师、技术、技术人员、技术大牛、研发、码农、编程、写代码、开发者、架构师
backend < software | backend, backend engineer, backend developer, backend development, server-side, server-side development, server developer, node.js, nodejs, node developer, node.js developer, java, java developer, java programmer, golang, go developer, python, python developer, django, spring boot, rust, php, ruby on rails, microservices, API development, database, databases, postgres, .net, c++ | 后端、后端开发、后端工程师、服务端、服务端开发、服务器开发、后台开发、数据库
frontend < software | frontend, frontend engineer, frontend developer, frontend development, react, react developer, vue, angular, javascript, typescript, web developer, web development, website, web app, next.js, html, css | 前端、前端开发、前端工程师、网页开发、网站、网站开发、建站
fullstack < software ~ backend:0.85 frontend:0.85 | full-stack, full-stack developer, full-stack engineer | 全栈、全栈工程师、全栈开发
mobile < software | mobile app, mobile apps, mobile developer, mobile app developer, mobile development, app developer, app development, flutter, react native | 移动开发、移动端、客户端开发、手机应用、APP开发、app开发、应用开发
ios < mobile | iOS, iOS engineer, iOS developer, iOS development, swift, swift developer, iPhone app | iOS开发、苹果开发
android < mobile | android, android developer, android engineer, kotlin | 安卓、安卓开发
mini-program < software ~ mobile:0.8 | mini program, mini-program developer, wechat mini program, wechat app | 小程序、小程序开发、微信小程序
devops < software | devops, SRE, cloud, cloud engineer, kubernetes, infrastructure engineer, AWS | 运维、云计算、云服务
testing < software | QA, test engineer, software testing, quality assurance | 测试工程师、软件测试
security < software | cybersecurity, security engineer, information security, infosec | 网络安全、信息安全
blockchain ~ fintech:0.4 | blockchain, web3, crypto, smart contracts, DeFi, NFT | 区块链、加密货币、数字货币
ai | AI, A.I., artificial intelligence, machine learning, ML, ML engineer, deep learning, LLM, LLM engineer, large language models, generative AI, AIGC, NLP, computer vision, AI engineer, AI researcher, AI companies, AI startup, prompt engineering, neural networks | 人工智能、机器学习、深度学习、大模型、大语言模型、算法、算法工程师、自然语言处理、计算机视觉、智能体、生成式
data ~ ai:0.75 | data, data science, data scientist, data scientists, data analyst, data analysis, data analytics, analytics, big data, statistics, statistician, business intelligence, data engineer, SQL | 数据、数据分析、数据分析师、数据科学、数据科学家、大数据、统计
robotics ~ hardware:0.6 ai:0.4 | robotics, robot, drones, autonomous driving, self-driving | 机器人、无人机、自动驾驶
hardware | hardware, hardware engineer, electronics, embedded, firmware, IoT, internet of things, smart devices, PCB, wearables, deep tech | 硬件、硬件工程师、电子、嵌入式、物联网、智能硬件、硬科技
semiconductor ~ hardware:0.6 | semiconductor, semiconductors, chips, chip design | 半导体、芯片、集成电路
mechanical ~ hardware:0.5 manufacturing:0.5 | mechanical engineer, mechanical engineering, CAD, 3D printing | 机械、机械工程师、机械设计
product | product, product manager, product managers, product management, product role, product owner, product lead, head of product, job in product, roadmap, product strategy, PM | 产品、产品经理、产品岗、产品总监、产品负责人、产品规划
user-research ~ product:0.7 ux:0.65 | user research, user researcher, user interviews, usability testing, UX research, customer research | 用户研究、用户调研、用户访谈、可用性测试
design | design, designer, creative director, art director, design studio | 设计、设计师、设计总监
ux < design | UX, UI, UI design, UX design, UI/UX, UX designer, UI designer, user experience, user interface, interaction design, product design, product designer, figma, figma prototyping, prototyping, wireframes | 用户体验、用户体验设计、交互设计、交互设计师、界面设计、产品设计、产品设计师、原型设计、UI设计
graphic < design ~ branding:0.8 | graphic design, graphic designer, illustration, illustrator, posters, packaging design, visual design, layout | 平面设计、平面设计师、插画、插画师、海报、包装设计、美工、视觉设计、排版
branding < design ~ marketing:0.45 | brand design, branding, brand identity, visual identity, logo, logo design, brand strategy, brand designer | 品牌设计、品牌、品牌策划、标志、标志设计、视觉识别
industrial-design < design ~ ux:0.4 | industrial design, industrial designer, furniture design | 工业设计、家具设计
architecture < design | architect, architecture, interior design, interior designer, urban planning, landscape design | 建筑师、建筑设计、室内设计、城市规划、装修设计、空间设计
photo | photography, photographer, photographers, photos, photo shoot, pictures, taking pictures, photoshoot, camera, take photos, better photos | 摄影、摄影师、拍照、拍照片、照片、约拍、跟拍
portrait-photo < photo | portrait, portraits, portrait photos, portrait photography, portrait photographer, headshots, headshot, profile picture, wedding photographer | 人像、人像摄影、写真、证件照、形象照、婚礼摄影
food-photo < photo | food photography, food photographer, food photos, product photography, product photos | 美食摄影、产品摄影、产品图、静物摄影
video ~ photo:0.45 | video, videos, video production, video editing, video editor, videographer, film maker, filmmaker, film making, short video, short videos, short video production, douyin video editing, tiktok videos, documentary, animation, motion graphics, vlog, post-production | 视频、视频制作、视频剪辑、剪辑、剪辑师、短视频、短视频制作、拍视频、拍摄、影视制作、纪录片、导演、动画、后期、摄像
audio ~ video:0.4 | podcast, podcasting, podcaster, audio production, sound engineer, voice-over, voiceover | 播客、音频、配音、录音
journalism | journalist, journalists, journalism, reporter, editor, editors, newspaper, magazine, media, media contacts, press, news, foreign correspondent, columnist | 记者、编辑、媒体、新闻、媒体人、报社、杂志、主编、采访
writing ~ translation:0.55 journalism:0.5 | writing, writer, copywriting, copywriter, content writing, content writer, bilingual writing, bilingual writer, blog, blogger, ghostwriter, technical writing, content creation | 写作、文案、作家、撰稿、双语写作、内容创作、写手、公众号写作
translation | translation, translator, translators, translating, interpreter, interpreters, interpreting, interpretation, simultaneous interpretation, localization, localisation, subtitles, proofreading | 翻译、口译、笔译、同传、同声传译、译员、本地化、字幕、校对
publishing ~ journalism:0.5 writing:0.5 | publishing, publisher, literary agent, books publishing | 出版、出版社、图书
education | education, teaching, teacher, teachers, educator, tutoring, tutor, tutors, curriculum, curriculum design, edtech, education technology, course design, lecturer, professor, classroom, homework help | 教育、老师、教师、教学、家教、辅导、课程、课程设计、课程研发、教研、教授、培训老师、补习、在线教育
school ~ education:0.7 parenting:0.5 | bilingual school, bilingual schools, international school, international schools, kindergarten, school admission, school choice, getting into school | 双语学校、国际学校、幼儿园、择校、入学、上学、学区
study-abroad ~ education:0.5 | study abroad, university application, college admissions, scholarship, PhD application | 留学、留学申请、大学申请、奖学金、考研
research ~ education:0.4 | academic research, research, researcher, scientist, think tank, laboratory | 科研、学术、研究员、科学家、智库、实验室
health | healthcare, health care, medicine, medical, hospital, clinic, digital health, health tech, wellness, public health, nursing, nurse | 医疗、医疗健康、医院、诊所、健康、大健康、医学、护士、护理、养生
doctor < health | doctor, doctors, physician, surgeon, GP, paediatrician, dentist, English-speaking doctor | 医生、大夫、牙医、外科医生、儿科医生
medical-devices < health | medical device, medical devices, medtech, diagnostics, medical equipment | 医疗器械、医疗设备、体外诊断
biotech < health | biotech, biotechnology, pharma, pharmaceutical, life sciences, drug discovery, clinical trials | 生物科技、生物医药、制药、医药、新药、生命科学、临床试验
chinese-medicine < health | traditional chinese medicine, TCM, acupuncture | 中医、针灸、推拿
psychology ~ coaching:0.45 | psychology, psychologist, therapist, therapy, counselling, counseling, counsellor, mental health | 心理、心理咨询、心理学、心理咨询师、心理健康
coaching | coaching, coach, executive coaching, cross-cultural coaching, cross-cultural training, leadership training, management training, corporate training, corporate trainer, train managers, L&D, learning and development, workshops, facilitator, public speaking | 教练、企业培训、培训、领导力、管理培训、跨文化培训、培训师、演讲、引导师
consulting | consulting, consultant, management consulting, strategy consulting, strategy, business consultant, market research | 咨询、咨询顾问、管理咨询、战略、顾问、市场调研
`;
