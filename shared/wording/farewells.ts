import type { CloseReason } from '../protocol/close-codes.ts'

/** What a person is told when the host closes the connection; at most 41 characters, to fit a close frame's 123 bytes. */
export const farewells: Readonly<Record<CloseReason, string>> = {
  malformed: '页面发来的内容主机看不懂。请刷新页面。',
  pageTooOld: '页面版本太旧。请刷新页面，或重新扫码进入。',
  hostTooOld: '主机的软件比这个页面旧。请联系工作人员更新主机。',
  tooSlowToGreet: '连接后没有及时应答。请检查网络后刷新页面。',
  notProven: '没有通过设备验证。请重新扫码进入。',
  replaced: '您已在另一个页面打开本会议。请使用新打开的页面。',
  removed: '这个席位已换到别的设备或被移除。请联系工作人员。',
  tooSlow: '网络太慢，正在重新连接。内容不会丢，请稍候。',
  tooFast: '操作太快，连接已断开。请稍等一分钟再试。',
  hostEnding: '主机已关闭。记录都已存盘，请等待主机重新启动。',
  storageFailed: '主机磁盘写入失败，已停止接收。请联系工作人员。',
  frameTooLarge: '一次发来的内容太长，连接已断开。请分成几条再发。',
  crowded: '等候入场的人太多。请稍等片刻再扫码。',
}
