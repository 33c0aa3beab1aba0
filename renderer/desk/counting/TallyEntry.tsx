import './counting.css'
import { IconAlertTriangle, IconCheck, IconScale } from '@tabler/icons-react'
import { Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { channelsOf } from '../../../shared/meeting/voting/marks.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { useDesk } from '../desk-context.tsx'
import { TallyForm } from './TallyForm.tsx'
import { differWords, nextEntry } from './tally-form.ts'
import { WriteIns } from './WriteIns.tsx'

/** 点票: the papers of the box, counted once, or by two people whose figures must agree. */
export function TallyEntry({ vote }: { readonly vote: OpenVote }) {
  if (vote.terms.channels.paper !== 'secret') return null
  return (
    <section className="count-pane" aria-labelledby="tally-entry">
      {vote.stoppedAt !== null && vote.issued > 0 ? (
        <Tallies key={vote.voteId} vote={vote} />
      ) : (
        <>
          <Head />
          <p className="sub">
            {vote.stoppedAt === null ? '票都进了票箱，由主持人按“截止投票”，再开箱点票。' : noPapers(vote)}
          </p>
        </>
      )}
    </section>
  )
}

const Head = ({ children }: { readonly children?: ReactNode }) => (
  <div className="count-head">
    <IconScale size={20} aria-hidden />
    <h3 id="tally-entry">点票</h3>
    {children}
  </div>
)

/** Nothing is in the box: what has to be done is the chair's. */
const noPapers = ({ terms }: OpenVote): string =>
  channelsOf(terms.channels).length === 1
    ? '没有发出纸票，没有可点的票。请主持人作废重投，先发票再投。'
    : '没有发出纸票，不用点票。'

const first = { chosen: null, turn: 0 } as const

/**
 * A form is a new and empty one whenever somebody here has entered a count or chosen another; when the other counter was
 * quicker on a laptop of his own, what is typed here goes on as the second count.
 */
function Tallies({ vote }: { readonly vote: OpenVote }) {
  const [{ chosen, turn }, setForm] = useState<{ readonly chosen: 1 | 2 | null; readonly turn: number }>(first)
  const home = useRef<HTMLElement>(null)
  const entry = chosen ?? nextEntry(vote)
  const choose = (next: 1 | 2 | null) => setForm({ chosen: next, turn: turn + 1 })
  const entries = vote.terms.doubleEntry ? ([1, 2] as const) : ([1] as const)
  return (
    <>
      <Head>
        <ol className="tally-entries">
          {entries.map((one) => (
            <Entry
              key={one}
              vote={vote}
              entry={one}
              current={entry === one}
              other={entry !== null && entryOf(vote, entry) !== undefined}
              onChoose={choose}
            />
          ))}
        </ol>
      </Head>
      <Agreement vote={vote} again={entry !== null} />
      <WriteIns vote={vote} home={home} />
      {entry !== null && <TallyForm key={turn} vote={vote} entry={entry} home={home} onEntered={() => choose(null)} />}
    </>
  )
}

type EntryProps = {
  readonly vote: OpenVote
  readonly entry: 1 | 2
  readonly current: boolean
  /** One of them is entered again: that has to end first. */
  readonly other: boolean
  /** Null: the count that is next, as far as one is. */
  readonly onChoose: (entry: 1 | 2 | null) => void
}

function Entry({ vote, entry, current, other, onChoose }: EntryProps) {
  const { client } = useDesk()
  const tally = entryOf(vote, entry)
  const name = vote.terms.doubleEntry ? `第${entry === 1 ? '一' : '二'}遍` : '点票'
  const words =
    tally === undefined
      ? current
        ? '正在录'
        : '还没录'
      : `${tally.counter === null ? '' : `${nameOf(client, tally.counter)}点的，`}${current ? '正在重录' : '已录'}`
  return (
    <li>
      {vote.terms.doubleEntry && <b>{name}</b>}
      <span className={tally === undefined ? 'note' : 'count-done'}>
        {tally !== undefined && <IconCheck size={18} aria-hidden />}
        {words}
      </span>
      {!current && !other && (
        <Button onClick={() => onChoose(entry)}>
          {tally === undefined ? '录' : '重录'}
          {name}
        </Button>
      )}
      {current && tally !== undefined && <Button onClick={() => onChoose(null)}>不重录了</Button>}
    </li>
  )
}

const entryOf = ({ tallies }: OpenVote, entry: 1 | 2) => tallies.find((one) => one.entry === entry)

/** Whether two counts agree, and where they do not; by how much nobody is told. */
function Agreement({ again, vote }: { readonly vote: OpenVote; readonly again: boolean }) {
  const { tallies, terms } = vote
  if (nextEntry(vote) !== null) return null
  const [places] = tallies.map(({ differs }) => differWords(terms.question, differs))
  if (places !== undefined && places.length > 0) {
    return (
      <p className="tally-differs" role="alert">
        <IconAlertTriangle size={20} aria-hidden />
        <span>
          两遍有 {places.length} 处不一样：{places.join('、')}。{!again && '请两位一起再点一遍，把点错的那一遍重录。'}
        </span>
      </p>
    )
  }
  return (
    <p className="tally-agrees" role="status">
      <IconCheck size={20} aria-hidden />
      {terms.doubleEntry ? '两遍一致。' : '点票已录好。'}请主持人结束表决。
    </p>
  )
}
