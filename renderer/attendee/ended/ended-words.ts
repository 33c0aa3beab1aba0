import type { CloseReason } from '../../../shared/protocol/close-codes.ts'
import { farewells } from '../../../shared/wording/farewells.ts'

type Words = { readonly title: string; readonly text: string; readonly button: string }

/** How a page that will not come back by itself says good-bye: what happened, what is kept, which button is next. */
export function endedWords(reason: CloseReason): Words {
  switch (reason) {
    case 'pageTooOld':
      return {
        title: '会议电脑更新过，这一页要刷新',
        text: '刷新只要两秒，席位和选好没投的都留着。',
        button: '刷新',
      }
    case 'hostTooOld':
      return {
        title: '主持电脑的软件比这一页旧',
        text: '您这边没有问题，东西都留着。请告诉工作人员更新主持电脑，再点下面的按钮。',
        button: '再试一次',
      }
    case 'replaced':
      return {
        title: '您在别的页面打开了本会议',
        text: '一台手机只用一个页面，说过的、投过的都在。请用新打开的那个页面，也可以回到这一页。',
        button: '在这一页继续',
      }
    case 'removed':
      return {
        title: '您的席位已换到别的设备，或被请出会场',
        text: '您说过的话、投过的票都保留。换手机是您本人办的，就不用管；不是的话，请马上告诉主持人。',
        button: '重新进会场',
      }
    case 'notProven':
      return {
        title: '没有通过设备验证',
        text: '已经记录的都在。请重新进会场；还不行，就请签到桌代办。',
        button: '重新进会场',
      }
    default:
      return { title: '连接已经结束', text: farewells[reason], button: '刷新' }
  }
}
