import type { NotesCloseReason } from '../notes/close-codes.ts'

/** What a person is told when the host closes the notes' connection; at most 41 characters, to fit a close frame's 123 bytes. */
export const notesFarewells: Readonly<Record<NotesCloseReason, string>> = {
  authLate: '连接笔记超时，正在重新连接。已写的内容不会丢。',
  passInvalid: '进入笔记的凭据已失效，正在重新领取，请稍候。',
  otherSchema: '页面版本与主机不同，笔记打不开。请刷新页面。',
  withdrawn: '您目前不能查看这份笔记。请向主持人或话事员询问。',
  malformed: '笔记里有主机不接受的内容。请刷新页面后重写这一处。',
  tooFast: '一次写入的内容太多，笔记连接已断开，稍后自动重连。',
  tooSlow: '网络太慢，笔记正在重新连接。内容不会丢，请稍候。',
  incomplete: '笔记没有对上，正在重新连接。若一直如此请刷新页面。',
  storageFailed: '主机磁盘写入失败，笔记已停止接收。请联系工作人员。',
  hostEnding: '主机已关闭。笔记先记在本机，主机回来后自动补上。',
  crowded: '打开笔记的人太多。请稍等片刻再试。',
  full: '笔记太多了，这里写不下了。请把没存上的复制出来另记。',
  noRoom: '直连通道没有用上，已关闭。笔记照常通过主机同步。',
}
