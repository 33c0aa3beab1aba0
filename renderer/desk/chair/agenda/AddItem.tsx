import { IconPlus } from '@tabler/icons-react'
import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { itemId } from '../../../../shared/core/ids.ts'
import { randomBytes } from '../../../connection/browser-runtime.ts'
import { useDraft } from '../../../connection/use-draft.ts'
import { useDesk } from '../../desk-context.tsx'

const isText = (value: unknown): value is string => typeof value === 'string'

/** 加项: one more item at the end of the agenda. */
export function AddItem() {
  const { act, meetingId, say } = useDesk()
  const [open, setOpen] = useState(false)
  const [title, setTitle] = useDraft(`item.${meetingId}`, '', isText)
  const id = useId()
  const add = async () => {
    if (title.trim() === '') return
    const answer = await act('addItem', { itemId: itemId.mint(randomBytes), title: title.trim() })
    if (!answer.ok) return
    setTitle('')
    setOpen(false)
    say('已加进议程')
  }
  return (
    <>
      <Button type="text" size="small" icon={<IconPlus size={18} />} onClick={() => setOpen(true)}>
        加项
      </Button>
      <Modal
        title="给议程加一项"
        open={open}
        okText="加进议程"
        cancelText="不加了"
        okButtonProps={{ disabled: title.trim() === '' }}
        onOk={() => void add()}
        onCancel={() => setOpen(false)}
      >
        <div className="field">
          <label htmlFor={id}>议题</label>
          <Input
            id={id}
            autoFocus
            maxLength={120}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            onPressEnter={(event) => {
              if (!event.nativeEvent.isComposing) void add()
            }}
          />
          <span className="note">排在议程最后。到会的人手机上马上能看到。</span>
        </div>
      </Modal>
    </>
  )
}
