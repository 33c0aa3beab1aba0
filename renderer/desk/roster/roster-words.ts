import type { RosterCounts } from './roster-people.ts'

/** `共 42 席，有表决权 40 席，资格停止 1 席；业主 12 套，1034.56 平方米`. */
export function countsText({ owners, seats, suspended, voting }: RosterCounts): string {
  const stopped = suspended === 0 ? '' : `，资格停止 ${suspended} 席`
  const owned = owners === null ? '' : `；业主 ${owners.flats} 套，${owners.area} 平方米`
  return `共 ${seats} 席，有表决权 ${voting} 席${stopped}${owned}`
}

/** Somebody on the line `line`, counted from 1, by name where there is one. */
export const whoOn = (line: number, name: string): string => (name.trim() === '' ? `第 ${line} 行` : name.trim())

/** `已退出的 3 人、现场登记的 2 人`: who is on the roster no more, and who never was. */
export const formerText = (former: number, walkIns: number): string =>
  `已退出的 ${former} 人${walkIns === 0 ? '' : `、现场登记的 ${walkIns} 人`}`
