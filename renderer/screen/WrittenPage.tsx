import type { AgendaItem } from '../../shared/meeting/agenda/state.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { useHostNow } from '../connection/hall-context.tsx'
import { Adopted } from './Adopted.tsx'
import { pageAt } from './faces.ts'
import { ItemTitle } from './ItemTitle.tsx'
import { LateComers } from './LateComers.tsx'
import { Waiting } from './Waiting.tsx'
import { WrittenProgress } from './WrittenProgress.tsx'
import type { OpenWrittens } from './written-shown.ts'
import './item.css'
import './written.css'

/** As many as stand under each other. */
const ON_A_PAGE = 2
/** Characters: of what is asked, and of a title in one line; more leave no room for the rule, which takes turns with them. */
const MUCH_ASKED = 40
const LONG_TITLE = 18

type Props = {
  readonly meeting: HeldMeeting
  readonly item: AgendaItem
  readonly votes: OpenWrittens
  readonly code: string
}

/** The item, and what goes round the houses about it: one in full, or several in short, one page after the other. */
export function WrittenPage({ meeting, item, votes, code }: Props) {
  const pages = Math.ceil(votes.length / ON_A_PAGE)
  const page = pageAt(pages, useHostNow(pages > 1))
  const shown = votes.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE)
  const several = votes.length > 1
  const much = votes[0].motion.length > MUCH_ASKED || item.title.length > LONG_TITLE
  const turn = pageAt(2, useHostNow(much && !several))
  const face = !much ? 'all' : turn === 0 ? 'words' : 'rule'
  return (
    <>
      <ItemTitle meeting={meeting} item={item} tight={several} />
      <div className="written">
        {several && (
          <p className="label cut">
            这一项有 {votes.length} 件在书面表决{pages > 1 && `，第 ${page + 1} 页，共 ${pages} 页`}
          </p>
        )}
        {shown.map((vote) => (
          <WrittenProgress key={vote.voteId} vote={vote} face={several ? 'brief' : face} />
        ))}
        <div className="written-besides">
          <Adopted meeting={meeting} itemId={item.itemId} />
          <Waiting meeting={meeting} />
        </div>
      </div>
      <LateComers code={code} />
    </>
  )
}
