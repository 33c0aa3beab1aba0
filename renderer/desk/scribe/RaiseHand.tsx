import { Button, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { type SeatId, speechId } from '../../../shared/core/ids.ts'
import { personHindrance } from '../../../shared/meeting/floor/decide-requests.ts'
import { currentRules } from '../../../shared/meeting/floor/rules-in-use.ts'
import { UNNAMED } from '../../../shared/wording/speech-words.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { StanceMark } from '../../ui/Stance.tsx'
import { spokenWords } from '../../ui/speaking-queue.ts'
import { stanceNames } from '../../ui/stances.ts'
import { useDesk } from '../desk-context.tsx'
import { type HandChoice, handChoices } from './hand-choices.ts'
import { handWords } from './hand-words.ts'
import { PersonSearch } from './PersonSearch.tsx'

/** Null: 不记名. */
type Person = { readonly seatId: SeatId | null; readonly name: string }

/** 代举手: who, then what for. */
export function RaiseHand({ onClose }: { readonly onClose: () => void }) {
  const { act, client, meeting } = useDesk()
  const [person, setPerson] = useState<Person | null>(null)
  const input = useRef<InputRef>(null)
  useEffect(() => {
    if (person === null) input.current?.focus()
  }, [person])
  const { attendance, floor } = meeting
  const rules = currentRules(meeting)
  const waiting = new Set(floor.queue.map((place) => place.seatId))
  const people = attendance.seats
    .filter(({ seatId }) => personHindrance(meeting, rules, seatId) === null)
    .map(({ seatId }) => {
      const remark = waiting.has(seatId) ? '已在等候' : rules.times === null ? null : spokenWords(meeting, seatId)
      return { seatId, name: nameOf(client, seatId), ...(remark === null ? {} : { remark: `（${remark}）` }) }
    })
  const raise = async (choice: HandChoice) => {
    if (person === null) return
    const { about: _, ...asked } = choice
    const answer = await act('requestFloor', { ...asked, speechId: speechId.mint(randomBytes), seatId: person.seatId })
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
          nobody={`能发言的人里没有找到。${rules.presentOnly ? '要先签到；' : ''}主持人自己要说，请在主持台请人代主持。`}
          onPick={setPerson}
          onEscape={onClose}
        />
      ) : (
        <Choices person={person} choices={handChoices(meeting, person.seatId)} onRaise={raise} />
      )}
      <div className="row wrap raise-others">
        <Button type="text" size="small" onClick={() => (person === null ? onClose() : setPerson(null))}>
          {person === null ? '不举了' : '换一个人'}
        </Button>
        {person === null && rules.anonymous && (
          <Button size="small" onClick={() => setPerson({ seatId: null, name: UNNAMED })}>
            不记名的一位居民
          </Button>
        )}
      </div>
    </section>
  )
}

type ChoicesProps = {
  readonly person: Person
  readonly choices: readonly HandChoice[]
  readonly onRaise: (choice: HandChoice) => void
}

function Choices({ choices, onRaise, person }: ChoicesProps) {
  const { client } = useDesk()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const ordinary = choices.filter(({ kind }) => kind === 'ordinary')
  const others = choices.filter(({ kind }) => kind !== 'ordinary')
  const key = (choice: HandChoice) => `${choice.kind} ${choice.stance} ${choice.category}`
  return (
    <div className="raise-choices">
      {ordinary.length === 0 ? (
        <p className="duty-words">
          <b>{person.name}</b>已经在等候发言，不用再举。
        </p>
      ) : (
        <fieldset className="raise-stances">
          <legend>
            替<b>{person.name}</b>举手，要说的是
          </legend>
          {ordinary.map((choice, index) => (
            <Button key={key(choice)} ref={index === 0 ? first : null} onClick={() => onRaise(choice)}>
              {choice.stance !== null && <StanceMark stance={choice.stance} />}
              {choice.stance === null ? '不说立场' : stanceNames[choice.stance]}
            </Button>
          ))}
        </fieldset>
      )}
      {others.length > 0 && (
        <fieldset className="raise-stances raise-kinds">
          <legend className="note">不是平常发言，是</legend>
          {others.map((choice) => {
            const words = handWords(choice, (seatId) => nameOf(client, seatId))
            return (
              <Button key={key(choice)} size="small" title={words} onClick={() => onRaise(choice)}>
                <span className="one">{words}</span>
              </Button>
            )
          })}
        </fieldset>
      )}
    </div>
  )
}
