import { IconArrowRight } from '@tabler/icons-react'
import { Button } from 'antd'
import { entriesOf } from '../../../../shared/core/per-item.ts'
import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import { conclusionOf } from '../../../../shared/meeting/conclusions/state.ts'
import { rulesOf } from '../../../../shared/meeting/floor/rules-in-use.ts'
import { Stance } from '../../../ui/Stance.tsx'
import { useDesk } from '../../desk-context.tsx'
import { ScrollArea } from '../../frame/ScrollArea.tsx'
import { GroupTimes } from '../floor/GroupTimes.tsx'
import { VoteNow } from '../voting/putting/VoteNow.tsx'
import { useMotion } from '../voting/use-motion.ts'
import { speechesOn, takesSide } from './speeches-shown.ts'
import { TalkedSpeech } from './TalkedSpeech.tsx'

const sides = ['for', 'against'] as const
const pointNames = { opinion: '意见', agreed: '议定', todo: '待办' } as const

type Props = { readonly item: AgendaItem; readonly onDecide: () => void }

/** 议: who has said how they see it, side by side; what was noted of it; the way to the end. */
export function TalkPane({ item, onDecide }: Props) {
  const { meeting } = useDesk()
  const [motion] = useMotion(meeting, item)
  const voted = meeting.form.decision === 'vote'
  const concluded = conclusionOf(meeting.conclusions, item.itemId)
  const words = voted ? motion : (concluded?.text ?? '')
  const speeches = speechesOn(meeting, item.itemId)
  const further = speeches.filter((speech) => !sides.some((side) => takesSide(speech, side)))
  // Where nobody has to take sides, the two columns come with the first who does.
  const sided = rulesOf(meeting, item.itemId).rules.stanceRequired || further.length < speeches.length
  const points = entriesOf(meeting.minutes, item.itemId)
  return (
    <div className="talk">
      <ScrollArea label="发言和要点" className="talk-scroll">
        <GroupTimes item={item} />
        {sided && (
          <div className="talk-sides">
            {sides.map((side) => {
              const own = speeches.filter((speech) => takesSide(speech, side))
              return (
                <section
                  key={side}
                  className={`talk-side ${side}`}
                  aria-label={side === 'for' ? '赞成的发言' : '反对的发言'}
                >
                  <h3>
                    <Stance stance={side} />
                    <span className="note">{own.length === 0 ? '还没有人说' : `${own.length} 次发言`}</span>
                  </h3>
                  <ul>
                    {own.map((speech) => (
                      <TalkedSpeech key={speech.speechId} speech={speech} unmarked />
                    ))}
                  </ul>
                </section>
              )
            })}
          </div>
        )}
        {!sided && speeches.length === 0 && <p className="note talk-none">还没有人发言。</p>}
        {further.length > 0 && (
          <ul className="talk-further" aria-label={sided ? '补充、提问和其他发言' : '发言'}>
            {further.map((speech) => (
              <TalkedSpeech key={speech.speechId} speech={speech} />
            ))}
          </ul>
        )}
        <section className="talk-points" aria-label="要点">
          <h3>
            要点 <span className="note">话事员记下的，进会议纪要</span>
          </h3>
          {points.length === 0 ? (
            <p className="note">还没有记。话事员台上随记随显示在这里。</p>
          ) : (
            <ul>
              {points.map((point) => (
                <li key={point.pointId}>
                  <span className={`tag ${point.kind === 'agreed' ? 'line' : ''}`}>{pointNames[point.kind]}</span>
                  <span>{point.text}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
      </ScrollArea>
      {meeting.phase === 'open' && item.phase === 'running' && (
        <div className="talk-motion">
          <div className="grow">
            <p className="note">{voted ? '拟表决的话' : '结论'}</p>
            <p className="song two">{words.trim() === '' ? '还没有写' : words}</p>
          </div>
          <VoteNow item={item} motion={motion} onOpened={onDecide} />
          <Button onClick={onDecide}>
            {voted ? '进入表决' : concluded === null ? '写结论' : '看结论'}
            <IconArrowRight size={18} aria-hidden />
          </Button>
        </div>
      )}
    </div>
  )
}
