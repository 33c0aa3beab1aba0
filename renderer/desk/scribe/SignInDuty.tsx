import { IconCheck, IconUserCheck } from '@tabler/icons-react'
import { Button, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import { isPresent } from '../../../shared/meeting/attendance/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { Headcount } from '../chair/attendance/Headcount.tsx'
import { MissingParties } from '../chair/attendance/MissingParties.tsx'
import { countsOf } from '../chair/attendance/quorum.ts'
import { useDesk } from '../desk-context.tsx'
import { PersonSearch, type SoughtPerson } from './PersonSearch.tsx'
import { useFunctionKeys } from './use-function-keys.ts'

/** 签到: the counts, and signing in whoever has no device with a part of the name and Enter. */
export function SignInDuty({ id }: { readonly id: string }) {
  const { act, client, meeting } = useDesk()
  const input = useRef<InputRef>(null)
  const [last, setLast] = useState<SoughtPerson | null>(null)
  const { attendance } = meeting
  useFunctionKeys({ F9: () => input.current?.focus() })
  const excused = new Set<SeatId>(attendance.leaves.map((leave) => leave.seatId))
  const missing = attendance.seats
    .filter(({ seatId }) => !isPresent(attendance, seatId))
    // Whoever is excused comes last: they can still come after all.
    .sort((a, b) => Number(excused.has(a.seatId)) - Number(excused.has(b.seatId)))
    .map(({ seatId }) => ({
      seatId,
      name: nameOf(client, seatId),
      ...(excused.has(seatId) ? { remark: '（请假）' } : {}),
    }))
  const signIn = async (person: SoughtPerson) => {
    const answer = await act('signIn', { seatId: person.seatId })
    if (answer.ok) setLast({ seatId: person.seatId, name: nameOf(client, person.seatId) })
  }
  return (
    <section id={id} className="duty sign-in-duty" aria-labelledby="sign-in-duty">
      <div className="duty-head">
        <IconUserCheck size={20} aria-hidden />
        <h2 id="sign-in-duty" className="song">
          {meeting.form.rollCall ? '签到' : '到场'}
        </h2>
        {meeting.form.rollCall ? <Counts meeting={meeting} /> : <Headcount />}
      </div>
      <MissingParties oneLine />
      {missing.length > 0 ? (
        <PersonSearch
          inputRef={input}
          label="给谁签到"
          shortcut="F9"
          placeholder="姓名或拼音，回车签到"
          people={missing}
          nobody="还没到的人里没有找到。不在名册上的，请他扫码做“现场登记”。"
          onPick={signIn}
        />
      ) : (
        <p className="duty-words">名册上的人都到了。</p>
      )}
      <p className="sign-in-last" aria-live="polite">
        {last !== null && isPresent(attendance, last.seatId) && (
          <>
            <IconCheck size={16} aria-hidden className="green" />
            <span className="one">{last.name} 已签到</span>
            <Button type="link" size="small" onClick={() => act('signOut', { seatId: last.seatId })}>
              按错了，登记离场
            </Button>
          </>
        )}
      </p>
    </section>
  )
}

function Counts({ meeting }: { readonly meeting: HeldMeeting }) {
  const { entitled, excused, onlookers, present } = countsOf(meeting)
  return (
    <p className="sign-in-counts">
      <span>
        应到 <b>{entitled}</b>
      </span>
      <span>
        实到 <b>{present}</b>
      </span>
      <span>
        请假 <b>{excused}</b>
      </span>
      <span>
        列席 <b>{onlookers}</b>
      </span>
    </p>
  )
}
