import { IconCheck, IconClock, IconInfoCircle } from '@tabler/icons-react'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { OpenVote, Option } from '../../../shared/meeting/voting/state.ts'
import { timeText } from '../../ui/clock-text.ts'
import { Stance } from '../../ui/Stance.tsx'
import { Message } from '../frame/Message.tsx'
import { Motion } from './Motion.tsx'

/** Handed in, on the way; `keptSafely`: it would survive a reload. */
export function Sending({ option, keptSafely }: { readonly option: Option | null; readonly keptSafely: boolean }) {
  return (
    <div role="status" className="centre">
      <Message icon={<IconClock size="1em" aria-hidden="true" />} title="正在送出，连上后自动送到">
        {option !== null && (
          <p>
            这一票投的是 <Stance stance={option} />
          </p>
        )}
        <p>
          {keptSafely ? '这一票已存在这台手机里，刷新也不会丢。' : '请不要关掉这一页，也不要刷新。'}
          收到以后这里会写“已记录”。
        </p>
      </Message>
    </div>
  )
}

/** With the host, on its disk; `at` when this device saw that happen. */
export function Recorded({ option, at }: { readonly option: Option | null; readonly at: number | null }) {
  return (
    <>
      <div role="status" className="recorded">
        <Message
          icon={<IconCheck size="1em" stroke={2.5} aria-hidden="true" />}
          title={at === null ? '已记录' : `已记录 ${timeText(at)}`}
        >
          {option !== null && (
            <p>
              这一票投的是 <Stance stance={option} />
            </p>
          )}
        </Message>
      </div>
      <section className="sheet who">
        <h2>谁能看到什么</h2>
        <dl>
          <dt>结束以前</dt>
          <dd>大家只看到收了几票；主持人和话事员看到谁投过，看不到投了什么。</dd>
          <dt>结束以后</dt>
          <dd>记名表决：委员、主持人和话事员能看到谁投了什么，大屏和列席的只看到票数。</dd>
        </dl>
      </section>
      <p className="second">以第一次投出的为准，不能再改。觉得有问题，请当场举手，由主持人决定要不要作废重投。</p>
    </>
  )
}

/** May not vote this time. */
export function Outside({
  meeting,
  vote,
  why,
}: {
  readonly meeting: HeldMeeting
  readonly vote: OpenVote
  readonly why: string
}) {
  return (
    <>
      <Motion meeting={meeting} vote={vote} />
      <p className="sheet outside">
        <IconInfoCircle size="1.25em" aria-hidden="true" />
        {why}
      </p>
    </>
  )
}
