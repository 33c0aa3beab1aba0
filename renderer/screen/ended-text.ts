import type { CloseReason } from '../../shared/protocol/close-codes.ts'
import { farewells } from '../../shared/wording/farewells.ts'

/** What a screen that will not come back by itself says: nobody stands at it, so it names who does what. */
export function endedText(reason: CloseReason): { readonly title: string; readonly text: string } {
  switch (reason) {
    case 'pageTooOld':
      return { title: '主持电脑更新过，大屏要刷新', text: '请在连着投影的电脑上按 F5，内容会自己回来。' }
    case 'hostTooOld':
      return { title: '主持电脑的软件比大屏旧', text: '请先更新主持电脑，再在连着投影的电脑上按 F5。' }
    default:
      return { title: '大屏已断开', text: `${farewells[reason]}大屏请按 F5。` }
  }
}
