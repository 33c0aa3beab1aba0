import { Drawer } from 'antd'
import { Fragment } from 'react'
import floorHelp from '../../../resources/help/floor.json'
import votesHelp from '../../../resources/help/votes.json'

/** A key, and what it does. */
export type Shortcut = readonly [key: string, does: string]

type Props = { readonly open: boolean; readonly onClose: () => void; readonly shortcuts: readonly Shortcut[] }

/** What somebody who stands before the room needs to know at once. */
export function HelpSheet({ open, onClose, shortcuts }: Props) {
  return (
    <Drawer title="快捷键与帮助" open={open} onClose={onClose} size={480}>
      <div className="help">
        <h3 className="song">快捷键</h3>
        <dl className="help-keys">
          {[...shortcuts, ['?', '打开这一页'] as const, ['Esc', '关闭弹出的内容'] as const].map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <h3 className="song">手机进不来怎么办</h3>
        <ol className="help-list">
          <li>手机要连会场同一个 Wi‑Fi，先关掉流量再扫码。</li>
          <li>扫不出来，就在手机浏览器里输入大屏上的网址，再输会议码。</li>
          <li>提示姓名已被占用：请本人选“换到这台设备”，您在这里点准入。</li>
          <li>实在进不来也能开会：在“签到”里代签，在“代举手”“代录”里替他登记。</li>
        </ol>
        {[...floorHelp, ...votesHelp].map(({ lines, title }) => (
          <Fragment key={title}>
            <h3 className="song">{title}</h3>
            <ul className="help-list">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Fragment>
        ))}
        <h3 className="song">断网、断电</h3>
        <p>每一步确认后都已经写到这台电脑的磁盘上。断线时照常操作，恢复后自动补交；电脑重启后再打开，接着开。</p>
        <h3 className="song">不能做的事</h3>
        <p>不得用于涉密会议，不得录入国家秘密、工作秘密。</p>
      </div>
    </Drawer>
  )
}
