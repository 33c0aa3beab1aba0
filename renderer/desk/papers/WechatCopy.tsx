import { Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useDesk } from '../desk-context.tsx'
import { WECHAT_LENGTH, wechatText } from './wechat-text.ts'

type Props = {
  /** What is announced; left out: the whole meeting. */
  readonly words?: string
  readonly onClose: () => void
}

/** The text for the residents' group: to be read over and changed first; copied with a button, or by hand where a page may not. */
export function WechatCopy({ words, onClose }: Props) {
  const { meeting, say } = useDesk()
  const [text, setText] = useState(() => words ?? wechatText(meeting))
  const [byHand, setByHand] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const copy = async () => {
    try {
      // Not there at all on an insecure page; refused when the window is not in front.
      await navigator.clipboard.writeText(text)
    } catch {
      setByHand(true)
      area.current?.select()
      return
    }
    say('已复制，到微信里粘贴')
    onClose()
  }
  return (
    <Modal
      open
      title="微信文本"
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>关闭</Button>
          <Button type="primary" onClick={copy}>
            复制
          </Button>
        </>
      }
    >
      <p className="note">发群里用的，可以先改两句再复制。改动只在这里，不影响纪要。</p>
      <textarea
        ref={area}
        className="wechat-text"
        aria-label="微信文本"
        rows={12}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="note">
        {text.length} 字{text.length > WECHAT_LENGTH && `，超过 ${WECHAT_LENGTH} 字，微信里会被折叠`}
      </p>
      {byHand && (
        <p className="hint" role="status">
          这个页面不能直接复制，文字已经选中：请按 Ctrl+C，再到微信里粘贴。
        </p>
      )}
    </Modal>
  )
}
