/** Chinese provinces with their cities; the Latin names come from pinyin but for those below. */
export const PROVINCES = `
北京: 朝阳 海淀 通州
上海: 浦东 徐汇 闵行
天津: 滨海
重庆: 万州 涪陵
河北: 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 雄安
山西: 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 平遥
内蒙古: 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布
辽宁: 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛
吉林: 长春 吉林市 四平 辽源 通化 白山 松原 白城 延边
黑龙江: 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化
江苏: 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 江阴 常熟
浙江: 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌 乌镇 青田
安徽: 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城
福建: 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 晋江 石狮 福清 长乐
江西: 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 婺源
山东: 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 曲阜
河南: 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店
湖北: 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施
湖南: 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西 凤凰
广东: 广州 深圳 珠海 汕头 佛山 韶关 湛江 肇庆 江门 茂名 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 顺德 潮汕
广西: 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左
海南: 海口 三亚 三沙 儋州
四川: 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 甘孜 凉山
贵州: 贵阳 六盘水 遵义 安顺 毕节 铜仁
云南: 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理 西双版纳 楚雄 红河
西藏: 拉萨 日喀则 林芝
陕西: 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛
甘肃: 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 敦煌
青海: 西宁 海东
宁夏: 银川 石嘴山 吴忠 固原 中卫
新疆: 乌鲁木齐 克拉玛依 吐鲁番 哈密 喀什 伊犁 和田 阿克苏
香港: 九龙 新界
澳门: 氹仔
台湾: 台北 高雄 台中 台南 新竹 基隆 嘉义
`;

/** Latin names that pinyin does not give. */
export const LATIN_PLACES = `
陕西 | Shaanxi
内蒙古 | Inner Mongolia
西藏 | Tibet, Xizang
香港 | Hong Kong, Hongkong, HK
澳门 | Macau, Macao
台湾 | Taiwan
台北 | Taipei
高雄 | Kaohsiung
台中 | Taichung
哈尔滨 | Harbin
乌鲁木齐 | Urumqi
呼和浩特 | Hohhot
拉萨 | Lhasa
喀什 | Kashgar
齐齐哈尔 | Qiqihar
鄂尔多斯 | Ordos
北京 | Peking
广州 | Canton
潮汕 | Teochew
`;

/** Countries and the cities people most often come from, in both scripts. */
export const WORLD = `
china | 中国, China, PRC
usa | 美国, USA, US, United States, America
uk | 英国, UK, United Kingdom, Britain, England
scotland | 苏格兰, Scotland
ireland | 爱尔兰, Ireland
germany | 德国, Germany, Deutschland
france | 法国, France
italy | 意大利, Italy, Italia
spain | 西班牙, Spain, España
portugal | 葡萄牙, Portugal
netherlands | 荷兰, Netherlands, Holland
belgium | 比利时, Belgium
switzerland | 瑞士, Switzerland
austria | 奥地利, Austria
sweden | 瑞典, Sweden
norway | 挪威, Norway
denmark | 丹麦, Denmark
finland | 芬兰, Finland
poland | 波兰, Poland
russia | 俄罗斯, Russia
ukraine | 乌克兰, Ukraine
turkey | 土耳其, Turkey, Türkiye
greece | 希腊, Greece
israel | 以色列, Israel
egypt | 埃及, Egypt
nigeria | 尼日利亚, Nigeria
ghana | 加纳, Ghana
kenya | 肯尼亚, Kenya
ethiopia | 埃塞俄比亚, Ethiopia
south africa | 南非, South Africa
morocco | 摩洛哥, Morocco
india | 印度, India
pakistan | 巴基斯坦, Pakistan
japan | 日本, Japan
korea | 韩国, Korea, South Korea
singapore | 新加坡, Singapore
malaysia | 马来西亚, Malaysia
indonesia | 印度尼西亚, 印尼, Indonesia
thailand | 泰国, Thailand
vietnam | 越南, Vietnam
philippines | 菲律宾, Philippines
mongolia | 蒙古, Mongolia
kazakhstan | 哈萨克斯坦, Kazakhstan
iran | 伊朗, Iran
uae | 阿联酋, UAE, United Arab Emirates
saudi arabia | 沙特阿拉伯, 沙特, Saudi Arabia
australia | 澳大利亚, 澳洲, Australia
new zealand | 新西兰, New Zealand
canada | 加拿大, Canada
mexico | 墨西哥, Mexico
brazil | 巴西, Brazil, Brasil
argentina | 阿根廷, Argentina
chile | 智利, Chile
colombia | 哥伦比亚, Colombia
peru | 秘鲁, Peru
london | 伦敦, London
paris | 巴黎, Paris
berlin | 柏林, Berlin
hamburg | 汉堡, Hamburg
munich | 慕尼黑, Munich, München
lyon | 里昂, Lyon
milan | 米兰, Milan, Milano
turin | 都灵, Turin, Torino
rome | 罗马, Rome, Roma
madrid | 马德里, Madrid
barcelona | 巴塞罗那, Barcelona
lisbon | 里斯本, Lisbon
amsterdam | 阿姆斯特丹, Amsterdam
brussels | 布鲁塞尔, Brussels
vienna | 维也纳, Vienna
zurich | 苏黎世, Zurich, Zürich
stockholm | 斯德哥尔摩, Stockholm
gothenburg | 哥德堡, Gothenburg, Göteborg
moscow | 莫斯科, Moscow
istanbul | 伊斯坦布尔, Istanbul
cairo | 开罗, Cairo
lagos | 拉各斯, Lagos
nairobi | 内罗毕, Nairobi
accra | 阿克拉, Accra
new york | 纽约, New York, NYC
san francisco | 旧金山, San Francisco, SF, Bay Area, 湾区
los angeles | 洛杉矶, Los Angeles, LA
boston | 波士顿, Boston
seattle | 西雅图, Seattle
chicago | 芝加哥, Chicago
toronto | 多伦多, Toronto
vancouver | 温哥华, Vancouver
sydney | 悉尼, Sydney
melbourne | 墨尔本, Melbourne
tokyo | 东京, Tokyo
osaka | 大阪, Osaka
kyoto | 京都, Kyoto
seoul | 首尔, Seoul
mumbai | 孟买, Mumbai, Bombay
delhi | 德里, 新德里, Delhi, New Delhi
chennai | 金奈, Chennai, Madras
bangkok | 曼谷, Bangkok
kuala lumpur | 吉隆坡, Kuala Lumpur, KL
penang | 槟城, Penang
dubai | 迪拜, Dubai
sao paulo | 圣保罗, São Paulo
`;
