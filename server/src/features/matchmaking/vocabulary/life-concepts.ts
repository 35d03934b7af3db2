/** Languages, sport, arts, home and free time; format as in craft-concepts. */
export const LIFE_CONCEPTS = `
english | English, English conversation, practise English, practice English, learn English, improve my English, spoken English, English practice, English tutor, English teacher, English lessons, native English speaker, English corner, English partner, English language partner, IELTS, TOEFL, business English | 英语、英文、英语口语、口语、练口语、学英语、练英语、练英文、英语老师、英语角、雅思、托福、英语流利、商务英语、英语陪练
mandarin | Chinese, Mandarin, learn Chinese, learn Mandarin, practise Chinese, practice Chinese, practise Mandarin, practice Mandarin, Chinese language, Chinese language partner, Chinese partner, Chinese practice, Mandarin practice, Chinese lessons, Mandarin lessons, Chinese tutor, Mandarin tutor, Mandarin teacher, Mandarin teachers, Chinese teacher, Chinese conversation, spoken Chinese, HSK, HSK tutor, HSK teacher, putonghua, Chinese characters | 中文、汉语、普通话、国语、学中文、学汉语、练中文、中文老师、汉语老师、中文口语、汉字、对外汉语、中国語
spanish | Spanish, español, espanol, castellano, learn Spanish, practise Spanish, practice Spanish, Spanish conversation, Spanish tutor, Spanish lessons, Spanish teacher, Spanish speaker, DELE | 西班牙语、西语、学西语、学西班牙语、西班牙文
french | French, français, francais, learn French, practise French, French conversation, French tutor, French lessons | 法语、法文、学法语
german | German, Deutsch, learn German, practise German, German conversation, German lessons | 德语、德文、学德语
japanese | Japanese, nihongo, learn Japanese, Japanese conversation, Japanese lessons, JLPT | 日语、日文、学日语、日本語
korean | Korean, hangul, learn Korean, Korean lessons, TOPIK | 韩语、韩文、学韩语、한국어
russian | Russian, learn Russian, русский | 俄语、俄文
portuguese | Portuguese, português, learn Portuguese | 葡萄牙语、葡语
italian | Italian, italiano, learn Italian | 意大利语
arabic | Arabic, learn Arabic, العربية | 阿拉伯语
cantonese | Cantonese, learn Cantonese | 粤语、广东话
language-exchange ~ english:0.5 mandarin:0.5 | language exchange, language partner, tandem partner, language learning, language-exchange app | 语言交换、语伴、语言学习、语言搭子
running | running, run, runner, runners, running group, running club, running partner, running buddies, jogging, jogger, morning run, marathon, marathons, marathon training, half-marathon, half-marathon training plan, trail running, trail runner, 10k | 跑步、跑团、晨跑、夜跑、慢跑、马拉松、半马、半程马拉松、全马、越野跑、跑友、长跑、约跑
hiking | hiking, hike, hikes, hiker, hikers, hiking group, hiking partners, trekking, trek, trails, trail maps, mountains, mountaineering, outdoors, outdoor, outdoor activities, weekend hikes, walking, Great Wall hikes | 徒步、爬山、登山、户外、远足、山野、徒步搭子、爬长城、户外运动
climbing ~ hiking:0.65 | climbing, climb, climber, climbers, rock climbing, bouldering, climbing gym | 攀岩、抱石
camping ~ hiking:0.6 | camping, glamping, campsite | 露营、野营
football | football, footballer, football team, football club, soccer, soccer team, five-a-side, 5-a-side, seven-a-side, play football, futsal | 足球、踢球、踢足球、球队、足球队、五人制、约球
basketball | basketball, play basketball, NBA | 篮球、打篮球
badminton | badminton, play badminton | 羽毛球、打羽毛球
tennis | tennis, padel, squash, pickleball | 网球、打网球、匹克球
table-tennis | table tennis, ping pong | 乒乓球
cycling | cycling, cyclist, bike rides, bicycle, biking, road bike | 骑行、自行车、骑车、单车
swimming | swimming, swim, diving, scuba diving, freediving | 游泳、潜水
surfing ~ swimming:0.4 | surfing, sailing, paddle board | 冲浪、帆船、桨板
skiing | skiing, ski, snowboarding, snowboard | 滑雪、单板
frisbee | frisbee, ultimate frisbee | 飞盘
golf | golf | 高尔夫
martial-arts | martial arts, kung fu, tai chi, taiji, boxing, BJJ, judo | 武术、太极、功夫、拳击、柔术、散打
fitness | fitness, fitness coach, fitness trainer, personal trainer, personal training, gym, gym buddy, workout, weight training, weightlifting, strength training, crossfit | 健身、健身教练、私教、健身房、撸铁、力量训练、减脂、健身搭子
yoga ~ fitness:0.65 | yoga, yoga teacher, yoga class, pilates, stretching | 瑜伽、瑜伽老师、普拉提
meditation ~ yoga:0.75 fitness:0.5 | meditation, meditate, mindfulness, breathwork, spirituality | 冥想、正念、禅修、打坐
dance | dance, dancing, dancer, salsa, bachata, swing dance, tango, hip hop dance, ballet | 跳舞、舞蹈、街舞、芭蕾、广场舞
music | music, musician, musicians, piano, pianist, guitar, guitarist, violin, singing, singer, choir, songwriter, concerts, rehearsal room, classical music, rock music, DJ, electronic music, hip hop, live music | 音乐、音乐人、钢琴、吉他、小提琴、唱歌、歌手、合唱、演唱会、音乐会、古典音乐、摇滚、排练、民谣、玩音乐、电子音乐
band < music | band, bands, band member, band members, drummer, drummers, drums, bass, bassist, bass player, jam session, jamming, rock band, start a band | 乐队、组乐队、鼓手、贝斯、贝斯手、乐手、打鼓、乐队成员
jazz < music ~ band:0.75 | jazz, jazz music, jazz musician, jazz musicians, jazz band, jazz club, saxophone, blues, swing music | 爵士、爵士乐、爵士乐手、萨克斯、蓝调、玩爵士
art | art, arts, artist, artists, art gallery, gallery, galleries, gallery owner, curator, curators, curating, exhibition, exhibitions, exhibition space, museum, museums, contemporary art, modern art, art collector, painting, painter, drawing, sculpture, art fair | 艺术、艺术家、画廊、策展、策展人、展览、看展、美术馆、博物馆、当代艺术、美术、画画、绘画、油画、雕塑、收藏、艺术空间、展览空间、展厅
ceramics ~ art:0.5 | ceramics, pottery, handicraft, handmade, crafts | 陶艺、陶瓷、手工、手作
calligraphy ~ art:0.5 | calligraphy, ink painting, seal carving | 书法、国画、水墨、篆刻
theatre ~ art:0.4 | theatre, theater, drama, musicals, improv, opera | 话剧、戏剧、音乐剧、即兴戏剧、歌剧、戏剧社
peking-opera ~ theatre:0.6 | peking opera, beijing opera, kunqu, Chinese opera | 京剧、昆曲、戏曲、票友
film | film, films, movies, cinema, movie nights, film festival, screenwriter | 电影、看电影、影迷、观影、电影节、编剧
reading | reading, books, book club, reading group, literature, poetry, novels | 读书、读书会、阅读、书、文学、诗歌、小说、看书
board-games | board game, board games, boardgames, tabletop games, card games, mahjong, poker, werewolf game, murder mystery games, dungeons and dragons, D&D, catan | 桌游、狼人杀、麻将、扑克、德州扑克、剧本杀、打牌、打麻将、桌面游戏、卡牌
chess ~ board-games:0.75 | chess, chess club, weiqi, baduk, xiangqi, game of go | 围棋、象棋、国际象棋、下棋、棋、五子棋
cooking ~ food:0.45 | cooking, cook, home cooking, baking, bakery, bread, recipes, dumplings, cake | 做饭、烹饪、烘焙、做菜、面包、包饺子、甜品
dining ~ food:0.4 | foodie, eating out, hot pot, street food, food lovers | 美食、吃货、探店、火锅、约饭、饭搭子、干饭
pets | pets, dog, dogs, dog walking, cat, cats | 宠物、养狗、狗、猫、养猫、遛狗
parenting | parents, parent, parenting, parents with toddlers, kids, children, kids' activities, children's activities, family friends, families, family activities, playdate, playdates, playgroup, mums, moms, moms group, toddler, toddlers, babysitter, nanny, ayi | 亲子、育儿、家长、孩子、带娃、遛娃、宝妈、奶爸、儿童、亲子活动、小朋友、儿童活动、保姆、阿姨、母婴
dating | dating, girlfriend, boyfriend, singles | 脱单、相亲、交友恋爱、对象
friends | friends, new friends, make friends, friendship, social life, hanging out, weekend buddies | 朋友、交朋友、新朋友、交友、玩伴、搭子、周末搭子
culture | Chinese culture, culture, cultural exchange, history, hutongs, living in hutongs, old Beijing, local life, heritage | 文化、传统文化、文化交流、历史、胡同、老北京、非遗、本地生活
philosophy ~ reading:0.4 | philosophy, religion, psychology of religion, buddhism | 哲学、宗教、佛学、国学
fashion-vintage ~ fashion:0.5 | vintage, thrift, second-hand, flea market | 二手、古着、中古、跳蚤市场
gardening | gardening, plants, urban farming, flowers, floristry | 园艺、植物、种菜、养花、花艺、插花
anime ~ games:0.4 | anime, manga, cosplay, comics | 动漫、漫画、二次元
cars-motor | motorbikes, motorcycle, sidecar, racing, karting | 摩托、机车、赛车、卡丁车
tech-talk ~ software:0.45 ai:0.4 | hackathon, open source, tech meetup, side project, side projects, indie hacker, makers | 黑客松、开源、技术交流、独立开发、独立开发者、副业
local-help | paperwork help, help with paperwork, moving to Beijing, moving to Shanghai, settling in, newcomer tips, tips on living | 新来的、安家、生活帮助、落地、生活建议
`;
