import './write-ins.css'
import { IconTrash } from '@tabler/icons-react'
import { Button, Input, type InputRef } from 'antd'
import { type RefObject, useId, useRef, useState } from 'react'
import { othersOf } from '../../../shared/meeting/voting/marks.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { useDesk } from '../desk-context.tsx'

/** Digits alone are a key that was meant for the board. */
const isName = (text: string): boolean => /[^\d\s]/.test(text)

/** As long as a candidate's name may be. */
const MAX_NAME = 60

type Props = {
  readonly vote: OpenVote
  /** Where papers are called out: whoever has taken down a name goes on there. */
  readonly home: RefObject<HTMLElement | null>
}

/**
 * 另选他人: the names that voters wrote in, before the papers are counted. Enter takes one down and waits for the next. Counts
 * that stand already know nothing of a name that comes later, which is said beside the key.
 */
export function WriteIns({ vote, home }: Props) {
  const { act, say } = useDesk()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const field = useRef<InputRef>(null)
  const id = useId()
  const { tallies, terms, voteId } = vote
  const { question } = terms
  if (question.kind !== 'election' || question.writeIns !== true) return null
  const others = othersOf(question)
  const again = tallies.length > 0
  const name = typed.trim()
  const drop = again ? '删去，点票重录' : '删去'

  const send = async (type: 'addWriteIn' | 'dropWriteIn', one: string) => {
    setBusy(true)
    const answer = await act(type, { voteId, name: one })
    setBusy(false)
    if (!answer.ok) return
    if (type === 'addWriteIn') setTyped('')
    say(`${type === 'addWriteIn' ? `已补上${one}` : `已删去${one}`}${again ? '，请重新录点票' : ''}`)
    const place = home.current ?? field.current
    place?.focus()
  }
  return (
    <form
      className="write-ins"
      aria-label="另选的人"
      onSubmit={(event) => {
        event.preventDefault()
        if (isName(name) && !busy) void send('addWriteIn', name)
      }}
    >
      <p className="row wrap">
        <label htmlFor={id}>票上另选的人</label>
        <Input
          id={id}
          ref={field}
          className="write-in-name"
          autoComplete="off"
          maxLength={MAX_NAME}
          placeholder="写在票上的姓名，回车补上"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button htmlType="submit" loading={busy} disabled={!isName(name)}>
          {again ? '补上，点票重录' : '补上'}
        </Button>
      </p>
      {others.length > 0 && (
        <ul className="write-in-list">
          {others.map((one) => (
            <li key={one}>
              <b>{one}</b>
              <Button
                type="text"
                icon={<IconTrash size={18} aria-hidden />}
                aria-label={`${drop}：${one}`}
                disabled={busy}
                onClick={() => void send('dropWriteIn', one)}
              >
                {drop}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className="note">
        {again
          ? '已录的点票不含新补的姓名：补上或删去一个，点票都要重录，一票也不会漏。'
          : '请先把票上另写的姓名补齐，再录票数；各人写法不同的，由监票人认定是不是同一个人。'}
      </p>
    </form>
  )
}
