import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { Speech } from '../../../../shared/meeting/floor/state.ts'
import { nameOf } from '../../../connection/meeting-view.ts'
import { forgetDraft, useDraft } from '../../../connection/use-draft.ts'
import { useDesk } from '../../desk-context.tsx'

const MAX_ANSWER = 4_000
const ROWS = 10

type Answered = Pick<Speech, 'speechId' | 'kind' | 'seatId' | 'writtenAnswer'>

/** 书面答复, of a 部门答题 or of the answer to a question; nothing for other speeches. */
export function WrittenAnswer({ speech }: { readonly speech: Answered }) {
  const [open, setOpen] = useState(false)
  if (speech.kind !== 'departmentAnswer' && speech.kind !== 'answer') return null
  return (
    <>
      <Button type="text" size="small" className="written-answer" onClick={() => setOpen(true)}>
        {speech.writtenAnswer === null ? '附书面答复' : '改书面答复'}
      </Button>
      {open && <AnswerDialog speech={speech} onClose={() => setOpen(false)} />}
    </>
  )
}

type DialogProps = { readonly speech: Answered; readonly onClose: () => void }

const isText = (value: unknown): value is string => typeof value === 'string'

function AnswerDialog({ speech, onClose }: DialogProps) {
  const { act, client, say } = useDesk()
  const draftName = `answer.${speech.speechId}`
  const [words, setWords] = useDraft(draftName, speech.writtenAnswer ?? '', isText)
  const attach = async () => {
    const text = words.trim() === '' ? null : words.trim()
    const answer = await act('attachWrittenAnswer', { speechId: speech.speechId, text })
    if (!answer.ok) return
    forgetDraft(draftName)
    say(text === null ? '已去掉书面答复' : '书面答复已附上，进会议纪要')
    onClose()
  }
  return (
    <Modal
      title={`${nameOf(client, speech.seatId)}的书面答复`}
      open
      width={680}
      okText="附上"
      cancelText="先不附"
      onOk={() => void attach()}
      onCancel={onClose}
    >
      <Input.TextArea
        autoFocus
        aria-label="书面答复"
        rows={ROWS}
        maxLength={MAX_ANSWER}
        placeholder="把部门给的答复粘贴在这里"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <p className="note">写在会议纪要里这次发言的下面。清空再点“附上”，就是去掉。</p>
    </Modal>
  )
}
