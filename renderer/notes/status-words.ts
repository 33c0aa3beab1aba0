import type { NotesStatus, RefusalReason } from '../../shared/notes/notes-client.ts'
import { notesFarewells } from '../../shared/wording/notes-farewells.ts'
import { exactTimeText } from '../ui/clock-text.ts'

/** What is said below the notes. `slow`: something has been waiting for the disk for longer than a moment. */
export function statusWords({ at, reason, savedAt, unsaved, write }: NotesStatus, slow: boolean): string {
  switch (at) {
    case 'connecting':
      return '正在打开笔记…'
    case 'live':
      if (!write) return unsaved > 0 ? `只看。有 ${unsaved} 处是离线时写的，没有存上` : '只看'
      if (slow) return `正在存盘…（${unsaved} 处）`
      return savedAt === null ? '写下的内容会自动存盘' : `已存盘 ${exactTimeText(savedAt)}`
    case 'offline':
      if (!write) return '离线，显示的是断开前的内容'
      return unsaved > 0 ? `离线，先记着，连上后自动补上（${unsaved} 处）` : '离线，可以接着写，连上后自动补上'
    case 'refused':
      return `${refusalWords(reason)}${unsaved > 0 ? `有 ${unsaved} 处没有存上，留在本机。` : ''}`
  }
}

function refusalWords(reason: RefusalReason | null): string {
  switch (reason) {
    case null:
    case 'noPass':
      return '现在打不开这份笔记，正在重试。若一直如此，请联系工作人员。'
    case 'tooLarge':
      return '一次写入的内容太多，主机收不下。请撤销或复制出来，刷新页面后分几次写。'
    default:
      return notesFarewells[reason]
  }
}
