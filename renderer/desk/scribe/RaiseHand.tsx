import { Button, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { isPresent } from '../../../shared/meeting/attendance/state.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { StanceMark } from '../../ui/Stance.tsx'
import { spokenWords } from '../../ui/speaking-queue.ts'
import { type StanceKey, stanceNames } from '../../ui/stances.ts'
import { useDesk } from '../desk-context.tsx'
import { PersonSearch, type SoughtPerson } from './PersonSearch.tsx'

const stances = ['for', 'against', 'addition', 'question'] as const satisfies readonly StanceKey[]

/** 代举手: who, then in which sense; whoever chairs, speaks or waits already is not offered. */
export function RaiseHand({ onClose }: { readonly onClose: () => void }) {
  const { act, client, meeting } = useDesk()
  const [person, setPerson] = useState<SoughtPerson | null>(null)
  const input = useRef<InputRef>(null)
  const firstStance = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (person === null) input.current?.focus()
    else firstStance.current?.focus()
  }, [person])
  const { attendance, chair, floor } = meeting
  const { times } = meeting.form.speeches
  const busy = new Set([chair, floor.speaking?.seatId, ...floor.queue.map((request) => request.seatId)])
  const people = attendance.seats
    .filter(({ seatId }) => isPresent(attendance, seatId) && !busy.has(seatId))
    .map(({ seatId }) => ({
      seatId,
      name: nameOf(client, seatId),
      ...(times === null ? {} : { remark: `（${spokenWords(meeting, seatId)}）` }),
    }))
  const request = async (stance: (typeof stances)[number]) => {
    if (person === null) return
    const answer = await act('requestFloor', { seatId: person.seatId, stance })
    if (answer.ok) onClose()
  }
  return (
    <section className="raise-hand" aria-label="代举手">
      {person === null ? (
        <PersonSearch
          inputRef={input}
          label="替谁举手"
          placeholder="姓名或拼音，回车选中"
          people={people}
          nobody="到会的人里没有找到。要先签到；已在等候的不用再举。"
          onPick={setPerson}
          onEscape={onClose}
        />
      ) : (
        <fieldset className="raise-stances">
          <legend>
            替<b>{person.name}</b>举手，要说的是
          </legend>
          {stances.map((stance, index) => (
            <Button key={stance} ref={index === 0 ? firstStance : null} onClick={() => request(stance)}>
              <StanceMark stance={stance} />
              {stanceNames[stance]}
            </Button>
          ))}
        </fieldset>
      )}
      <Button type="text" size="small" onClick={() => (person === null ? onClose() : setPerson(null))}>
        {person === null ? '不举了' : '换一个人'}
      </Button>
    </section>
  )
}
