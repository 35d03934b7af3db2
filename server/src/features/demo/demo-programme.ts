const MINUTE = 60_000;

export interface ProgrammeItem {
  kind: 'session' | 'break';
  title: string;
  startsAt: Date;
  endsAt: Date;
}
export interface Programme {
  title: string;
  description: string;
  timeZone: string;
  venue: string;
  address: string;
  capacity: number;
  startsAt: Date;
  endsAt: Date;
  agenda: ProgrammeItem[];
  places: { name: string; seats: number; hint: string }[];
}

/** Minutes from now: the evening has begun, and its first break opens within the first minute. */
const AGENDA: [ProgrammeItem['kind'], string, number, number][] = [
  ['session', 'Welcome · 开场', -40, -25],
  ['session', 'Three short talks · 三场短分享', -25, 0.5],
  ['break', 'First tea break · 第一场茶歇', 0.5, 30],
  ['session', 'Open stage · 开放舞台', 30, 50],
  ['break', 'Second tea break · 第二场茶歇', 50, 80],
  ['session', 'Fireside talk · 围炉对谈', 80, 110],
  ['break', 'Last tea break · 最后一场茶歇', 110, 170],
];
const PLACES: [name: string, seats: number, hint: string][] = [
  ['Window table / 靠窗的桌子', 4, 'left of the tall window · 大窗左侧'],
  ['Bookshelf corner / 书架角落', 3, 'below the atlas · 地图册下面'],
  ['Bar, left end / 吧台左端', 2, 'two high stools · 两把高脚凳'],
  ['Bar, right end / 吧台右端', 2, 'by the kettle · 水壶旁边'],
  ['Courtyard bench / 院子里的长椅', 4, 'under the persimmon tree · 柿子树下'],
  ['Stairs / 楼梯口', 2, 'first landing · 第一个平台'],
  ['Round table / 圆桌', 6, 'with the blue cloth · 铺蓝布的那张'],
  ['Sofa / 沙发', 4, 'opposite the stage · 舞台对面'],
];
const DESCRIPTION = `An evening that goes on by itself, to try Teabreak out. **Everybody here is invented**, except you and others who have stepped in.

Say what you came for, look who is free on the board, and ask somebody to introduce you.

一场自行进行的活动，用来体验茶歇。除了您和其他体验者，**这里的人都是虚构的**。

写下您此行的目标，在现场看板上看看谁有空，再请人为您引荐。`;

/** Tonight, now. */
export function programmeAt(now: Date): Programme {
  const at = (minutes: number) => new Date(now.getTime() + minutes * MINUTE);
  return {
    title: 'Teabreak demo evening · 茶歇演示之夜',
    description: DESCRIPTION,
    timeZone: 'Asia/Shanghai',
    venue: 'The invented tea house · 虚构茶馆',
    address: '',
    // Room for those who step in, and an end to it.
    capacity: 600,
    startsAt: at(-40),
    endsAt: at(180),
    agenda: AGENDA.map(([kind, title, from, to]) => ({ kind, title, startsAt: at(from), endsAt: at(to) })),
    places: PLACES.map(([name, seats, hint]) => ({ name, seats, hint })),
  };
}
