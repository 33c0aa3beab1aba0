import { IconClock, IconPlayerPause } from '@tabler/icons-react'
import { AutoComplete, Button } from 'antd'
import { useState } from 'react'
import { nameOf } from '../../connection/meeting-view.ts'
import { useSecondsLeft } from '../../connection/seconds-left.ts'
import { clockMoment } from '../../ui/clock-moment.ts'
import { clockText } from '../../ui/clock-text.ts'
import { usePeopleFilter } from '../../ui/use-people-finder.ts'
import { useSpeechSound } from '../../ui/use-speech-sound.ts'
import { MuteButton } from '../chair/floor/MuteButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useKeys } from '../frame/use-keys.ts'
import { BenchActs } from './BenchActs.tsx'
import { useBenchFloor } from './use-bench-floor.ts'

const MAX_NAME = 40

/** Who speaks, a clock that is read from across the yard, and 下一位: the red act as long as there is no conclusion. */
export function BenchClock({ concluded }: { readonly concluded: boolean }) {
  const { client } = useDesk()
  const { call, calling, end, next, queue, rules, running, seconds, speech } = useBenchFloor()
  const left = useSecondsLeft(speech, seconds)
  const moment = speech === null ? 'before' : clockMoment(left, rules.warnSeconds)
  const [nearly, over] = [moment === 'nearly', moment === 'up']
  const paused = speech !== null && speech.runningSince === null
  const sound = useSpeechSound({
    speech: speech?.key ?? null,
    left,
    running: speech !== null && !paused,
    warnSeconds: rules.warnSeconds,
    sound: rules.sound,
  })
  useKeys({ n: () => void next(), e: () => void end() })
  const who = speech === null ? '没有人在说' : nameOf(client, speech.seatId)
  return (
    <section className={`bench-clock ${speech === null ? 'nobody' : ''}`} aria-label="发言">
      <p className="bench-who">
        <span className="song one grow" title={who}>
          {who}
        </span>
        {over && (
          <span className="tag late">
            <IconClock size={16} aria-hidden />
            时间到
          </span>
        )}
        {paused && (
          <span className="tag">
            <IconPlayerPause size={16} aria-hidden />
            已暂停
          </span>
        )}
        {rules.sound && <MuteButton sound={sound} />}
      </p>
      <p className={`bench-time ${over ? 'over' : nearly ? 'nearly' : ''}`}>
        <b role="timer" aria-label="还剩">
          {clockText(left)}
        </b>
      </p>
      <span className="only-readers" aria-live="assertive">
        {over && '时间到'}
      </span>
      <div className="bench-acts">
        <Button
          type={!concluded && (speech === null || over) ? 'primary' : 'default'}
          size="large"
          disabled={!running}
          title="请下一位说（N）"
          onClick={() => void next()}
        >
          <span className="one">
            {queue[0] === undefined ? '下一位' : `下一位：${nameOf(client, queue[0].seatId)}`}
          </span>
          <kbd aria-hidden>N</kbd>
        </Button>
        <Button size="large" disabled={speech === null} title="说完（E）" onClick={() => void end()}>
          说完 <kbd aria-hidden>E</kbd>
        </Button>
      </div>
      <BenchActs speech={speech} />
      <NextByName calling={calling} disabled={!running} onCall={call} />
      {queue.length > 1 && (
        <p className="note one">等着说：{queue.map((request) => nameOf(client, request.seatId)).join('、')}</p>
      )}
    </section>
  )
}

type NextByNameProps = {
  readonly calling: boolean
  readonly disabled: boolean
  readonly onCall: (name: string) => Promise<boolean>
}

/** Who wants to be on record by name; nobody has to. */
function NextByName({ calling, disabled, onCall }: NextByNameProps) {
  const { client, meeting } = useDesk()
  const [name, setName] = useState('')
  const filter = usePeopleFilter()
  const known = meeting.attendance.seats
    .filter(({ seatId }) => seatId !== meeting.chair && client.names[seatId] !== undefined)
    .map(({ seatId }) => nameOf(client, seatId))
  const submit = async () => {
    if (name.trim() !== '' && (await onCall(name.trim()))) setName('')
  }
  return (
    <form
      className="bench-name"
      aria-label="按姓名请发言"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <AutoComplete
        aria-label="要记名的，写姓名"
        placeholder="要记名的写姓名，不写也行"
        value={name}
        maxLength={MAX_NAME}
        disabled={disabled}
        defaultActiveFirstOption={false}
        options={name.trim() === '' ? [] : [...new Set(known)].map((value) => ({ value }))}
        showSearch={filter}
        onChange={(value) => setName(value ?? '')}
      />
      <Button htmlType="submit" disabled={disabled || name.trim() === ''} loading={calling}>
        请他说
      </Button>
    </form>
  )
}
