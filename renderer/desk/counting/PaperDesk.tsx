import './counting.css'
import { IconFileText } from '@tabler/icons-react'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { useDesk } from '../desk-context.tsx'
import { PersonSearch } from '../scribe/PersonSearch.tsx'
import { PaperHolders } from './PaperHolders.tsx'
import { beforePapersWords, fewPapersWords, nextNumber, numbersWords, paperless, papersFor } from './papers.ts'
import { digitsOf, numberIn } from './typed-counts.ts'
import { type ShownVoter, votersShown } from './voters-shown.ts'

/** 发票: each secret paper goes to one person by the number on its stub, which is torn off before the box. */
export function PaperDesk({ vote }: { readonly vote: OpenVote }) {
  if (vote.terms.channels.paper !== 'secret') return null
  const few = beforePapersWords(vote) ?? fewPapersWords(vote)
  return (
    <section className="count-pane" aria-labelledby="paper-desk">
      <div className="count-head">
        <IconFileText size={20} aria-hidden />
        <h3 id="paper-desk">发纸票</h3>
        <span className="count-sum" aria-live="polite">
          发出 <b>{vote.issued}</b> 张
        </span>
      </div>
      {few !== null && (
        <p className="paper-few" role="status">
          {few}
        </p>
      )}
      {vote.stoppedAt === null ? (
        <>
          <Issuing key={vote.voteId} vote={vote} />
          <PaperHolders vote={vote} />
        </>
      ) : (
        <details className="paper-given">
          <summary>谁领了几号票</summary>
          <PaperHolders vote={vote} />
        </details>
      )}
    </section>
  )
}

function Issuing({ vote }: { readonly vote: OpenVote }) {
  const { act, client, meeting } = useDesk()
  const [typed, setTyped] = useState('')
  const [last, setLast] = useState('')
  const [busy, setBusy] = useState(false)
  const id = useId()
  const next = nextNumber(vote)
  const first = Math.max(1, numberIn(typed) ?? next)
  const { all, withoutDevice } = paperless(votersShown(meeting, vote, (seatId) => nameOf(client, seatId)))
  const papersOf = (people: readonly Pick<ShownVoter, 'seatId'>[]) =>
    papersFor(
      vote,
      people.map(({ seatId }) => seatId),
      first,
    )
  const issue = async (people: readonly Pick<ShownVoter, 'seatId'>[]) => {
    setBusy(true)
    const papers = papersOf(people)
    const answer = await act('issuePapers', { voteId: vote.voteId, papers: [...papers] })
    setBusy(false)
    if (!answer.ok) return
    setTyped('')
    const [only] = papers
    const whom = papers.length === 1 && only !== undefined ? nameOf(client, only.seatId) : `${papers.length} 人`
    setLast(`刚发：${numbersWords(papers)}，${whom}`)
  }
  if (all.length === 0) return <p className="sub">没投的人都领了票{last === '' ? '' : `　${last}`}。</p>
  const words = (people: readonly ShownVoter[]) => `${people.length} 人都发（${numbersWords(papersOf(people))}）`
  return (
    <>
      <div className="paper-next">
        <label htmlFor={id}>下一张</label>
        <Input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          value={typed === '' ? String(next) : typed}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setTyped(digitsOf(event.target.value))}
        />
        <span>号，发给</span>
        <PersonSearch
          label="发给谁"
          placeholder="姓名或拼音，回车发给他"
          people={all.map(({ device, name, seatId }) => ({
            seatId,
            name,
            ...(device ? { remark: '（有设备）' } : {}),
          }))}
          nobody="没投的人里没有找到。已经投过或领过票的不能再领。"
          onPick={(person) => void issue([person])}
        />
      </div>
      <p role="status" className="paper-last">
        {last}
      </p>
      <p className="row wrap">
        {withoutDevice.length > 0 && withoutDevice.length < all.length && (
          <Button disabled={busy} onClick={() => void issue(withoutDevice)}>
            给没有设备的 {words(withoutDevice)}
          </Button>
        )}
        <Button disabled={busy} onClick={() => void issue(all)}>
          给没投的 {words(all)}
        </Button>
        <span className="note">都发按名单顺序；票号留在存根上，不进票箱。</span>
      </p>
    </>
  )
}
