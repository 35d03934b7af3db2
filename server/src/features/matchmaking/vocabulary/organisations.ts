/** Schools and companies under all their names, one a line: id | names. "University of X" and "X大学" need no line. */
export const SCHOOLS = `
peking | 北京大学, 北大, PKU, Peking University, Beida, Yenching Academy, 燕京学堂
tsinghua | 清华大学, 清华, THU, Tsinghua University, Tsinghua, Schwarzman College, Schwarzman Scholars, 苏世民书院
renmin | 中国人民大学, 人民大学, 人大, RUC, Renmin University of China, Renmin University
fudan | 复旦大学, 复旦, Fudan University, Fudan
sjtu | 上海交通大学, 上海交大, 交大, 上交, SJTU, Shanghai Jiao Tong University, Shanghai Jiaotong University, Jiao Tong University, Jiaotong
xjtu | 西安交通大学, 西安交大, 西交, XJTU, Xi'an Jiaotong University
zhejiang | 浙江大学, 浙大, ZJU, Zhejiang University
nanjing | 南京大学, 南大, NJU, Nanjing University
tongji | 同济大学, 同济, Tongji University, Tongji
ustc | 中国科学技术大学, 中科大, 中国科大, USTC, University of Science and Technology of China
wuhan | 武汉大学, 武大, WHU, Wuhan University
hust | 华中科技大学, 华科, HUST
sysu | 中山大学, 中大, SYSU, Sun Yat-sen University
sichuan | 四川大学, 川大, SCU, Sichuan University
xiamen | 厦门大学, 厦大, XMU, Xiamen University
nankai | 南开大学, 南开, Nankai University, Nankai
tianjin | 天津大学, 天大, TJU, Tianjin University
beihang | 北京航空航天大学, 北航, BUAA, Beihang University, Beihang
bit | 北京理工大学, 北理工, BIT, Beijing Institute of Technology
bupt | 北京邮电大学, 北邮, BUPT, Beijing University of Posts and Telecommunications
bnu | 北京师范大学, 北师大, BNU, Beijing Normal University
ecnu | 华东师范大学, 华东师大, 华师大, ECNU, East China Normal University
blcu | 北京语言大学, 北语, BLCU, Beijing Language and Culture University
bfsu | 北京外国语大学, 北外, BFSU, Beijing Foreign Studies University
shisu | 上海外国语大学, 上外, SISU, Shanghai International Studies University
uibe | 对外经济贸易大学, 对外经贸大学, 对外经贸, 贸大, 经贸大学, UIBE, University of International Business and Economics
cufe | 中央财经大学, 中财, 央财, CUFE, Central University of Finance and Economics
sufe | 上海财经大学, 上财, SUFE, Shanghai University of Finance and Economics
cuc | 中国传媒大学, 中传, 广院, CUC, Communication University of China
cupl | 中国政法大学, 法大, CUPL
hit | 哈尔滨工业大学, 哈工大, HIT, Harbin Institute of Technology
cafa | 中央美术学院, 央美, CAFA, Central Academy of Fine Arts
ccom | 中央音乐学院, 央音
bfa | 北京电影学院, 北影, Beijing Film Academy
ceibs | 中欧国际工商学院, 中欧, CEIBS
ckgsb | 长江商学院, 长江, CKGSB, Cheung Kong Graduate School of Business
minzu | 中央民族大学, 民大, Minzu University of China
hku | 香港大学, 港大, HKU, University of Hong Kong, The University of Hong Kong
cuhk | 香港中文大学, 港中文, CUHK, Chinese University of Hong Kong
hkust | 香港科技大学, 港科大, HKUST
ntu-taiwan | 台湾大学, 台大, National Taiwan University
nus | 新加坡国立大学, NUS, National University of Singapore
ntu-singapore | 南洋理工大学, Nanyang Technological University
tokyo | 东京大学, 东大, UTokyo, University of Tokyo
waseda | 早稻田大学, 早稻田, Waseda University, Waseda
harvard | 哈佛大学, 哈佛, Harvard University, Harvard, HBS, Harvard Business School
stanford | 斯坦福大学, 斯坦福, Stanford University, Stanford
mit | 麻省理工学院, 麻省理工, MIT, Massachusetts Institute of Technology
yale | 耶鲁大学, 耶鲁, Yale University, Yale
columbia | 哥伦比亚大学, 哥大, Columbia University, Columbia
nyu | 纽约大学, NYU, New York University, NYU Shanghai, 上海纽约大学, 上纽
berkeley | 加州大学伯克利分校, 伯克利, UC Berkeley, Berkeley, University of California Berkeley
ucla | 加州大学洛杉矶分校, UCLA
cmu | 卡内基梅隆大学, CMU, Carnegie Mellon University, Carnegie Mellon
oxford | 牛津大学, 牛津, University of Oxford, Oxford University, Oxford
cambridge | 剑桥大学, 剑桥, University of Cambridge, Cambridge University, Cambridge
lse | 伦敦政治经济学院, 伦敦政经, LSE, London School of Economics
ucl | 伦敦大学学院, UCL, University College London
imperial | 帝国理工学院, 帝国理工, Imperial College London, Imperial College
leeds | 利兹大学, University of Leeds, Leeds University
edinburgh | 爱丁堡大学, University of Edinburgh, Edinburgh University
mcgill | 麦吉尔大学, McGill University, McGill
toronto | 多伦多大学, University of Toronto, UofT
melbourne | 墨尔本大学, University of Melbourne
sydney | 悉尼大学, University of Sydney
insead | 欧洲工商管理学院, INSEAD
bocconi | 博科尼大学, Bocconi University, Bocconi, Università Bocconi
sciences-po | 巴黎政治学院, Sciences Po
kuleuven | 鲁汶大学, KU Leuven, Leuven, University of Leuven
eth | 苏黎世联邦理工学院, ETH Zurich, ETH
tum | 慕尼黑工业大学, TUM, Technical University of Munich, TU München
iit-madras | 印度理工学院马德拉斯分校, IIT Madras, IITM
`;

export const COMPANIES = `
bytedance | 字节跳动, 字节, ByteDance, Byte Dance, 抖音集团, TikTok, 头条, 今日头条
tencent | 腾讯, 鹅厂, Tencent, WeChat, 微信团队
alibaba | 阿里巴巴, 阿里, Alibaba, Alibaba Group, Taobao, 淘天, 阿里云, Alibaba Cloud
ant | 蚂蚁集团, 蚂蚁金服, 蚂蚁, Ant Group, Alipay, 支付宝
meituan | 美团, Meituan, 美团点评
jd | 京东, JD, JD.com, Jingdong
xiaomi | 小米, Xiaomi, Mi
baidu | 百度, Baidu
didi | 滴滴, 滴滴出行, DiDi, Didi Chuxing
huawei | 华为, Huawei
pinduoduo | 拼多多, PDD, Pinduoduo, Temu
kuaishou | 快手, Kuaishou, Kwai
netease | 网易, NetEase
xiaohongshu | 小红书, Xiaohongshu, RedNote, RED
bilibili | 哔哩哔哩, B站, Bilibili
lenovo | 联想, Lenovo
byd | 比亚迪, BYD
nio | 蔚来, NIO
li-auto | 理想汽车, 理想, Li Auto
xpeng | 小鹏汽车, 小鹏, XPeng
catl | 宁德时代, CATL
dji | 大疆, 大疆创新, DJI
sensetime | 商汤科技, 商汤, SenseTime
trip | 携程, Ctrip, Trip.com
ping-an | 中国平安, 平安, Ping An
icbc | 中国工商银行, 工商银行, 工行, ICBC
bank-of-china | 中国银行, 中行, Bank of China
cicc | 中金公司, 中金, CICC
sequoia | 红杉中国, 红杉资本, 红杉, HongShan, Sequoia China, Sequoia
hillhouse | 高瓴资本, 高瓴, Hillhouse
google | 谷歌, Google, Alphabet
microsoft | 微软, Microsoft, MSRA, 微软亚洲研究院
apple | 苹果, 苹果公司, Apple
amazon | 亚马逊, Amazon, AWS
meta | Meta, Facebook, 脸书
tesla | 特斯拉, Tesla
bmw | 华晨宝马, 宝马, BMW, BMW Brilliance
mercedes | 奔驰, 梅赛德斯-奔驰, 北京奔驰, Mercedes-Benz, Daimler
volkswagen | 大众, 大众汽车, Volkswagen, VW
siemens | 西门子, Siemens
bosch | 博世, Bosch
airbus | 空中客车, 空客, Airbus, Airbus China
deloitte | 德勤, Deloitte
pwc | 普华永道, PwC, PricewaterhouseCoopers
ey | 安永, EY, Ernst & Young
kpmg | 毕马威, KPMG
mckinsey | 麦肯锡, McKinsey, McKinsey & Company
bcg | 波士顿咨询, BCG, Boston Consulting Group
bain | 贝恩, Bain, Bain & Company
goldman | 高盛, Goldman Sachs
british-council | 英国文化教育协会, British Council
wework | WeWork, WeWork China, 众创空间WeWork
new-oriental | 新东方, New Oriental
tal | 好未来, 学而思, TAL
unilever | 联合利华, Unilever
pg | 宝洁, P&G, Procter & Gamble
ikea | 宜家, IKEA
starbucks | 星巴克, Starbucks
`;

/** Said where others name an employer; two of them have nothing in common by it. */
export const NO_COMPANY =
  'freelance, freelancer, self-employed, own studio, own company, own business, independent, startup, stealth, none, student, 自由职业, 自由职业者, 个体, 个体户, 自己的工作室, 工作室, 创业, 创业中, 无, 学生, 待业';
