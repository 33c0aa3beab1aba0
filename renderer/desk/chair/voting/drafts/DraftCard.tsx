import { IconEdit, IconNotes, IconPencilPlus, IconScale, IconTrash } from '@tabler/icons-react'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { Draft } from '../../../../../shared/meeting/voting/state.ts'
import { useDesk } from '../../../desk-context.tsx'
import { VotePapers } from '../../../papers/VotePapers.tsx'
import { Asked } from '../Asked.tsx'
import { unreachedWords } from '../device-reach.ts'
import { hindranceOf } from '../hindrance.ts'
import { RuleFacts } from '../RuleFacts.tsx'
import { termTags } from '../term-words.ts'
import { VersionList } from '../VersionList.tsx'
import { AmendmentDialog } from './AmendmentDialog.tsx'
import { amendmentIsVotedOn, amendmentWords } from './draft-standing.ts'

type Props = { readonly draft: Draft; readonly first: boolean; readonly onRevise: () => void }

/** A vote that is to come, as everybody reads it: its words, its rule and source, how its words have changed. */
export function DraftCard({ draft, first, onRevise }: Props) {
  const { act, client, meeting, say } = useDesk()
  const { modal } = App.useApp()
  const [amending, setAmending] = useState<'new' | 'revise' | null>(null)
  const { amendment, itemId, motion, terms, versions, voteId } = draft
  const { drafts } = meeting.voting
  const amended = drafts.filter((other) => other.amendment?.voteId === voteId)
  const hindrance = hindranceOf(meeting, draft, client.hostNow())
  const words = amendmentWords(meeting, draft) ?? hindrance?.words ?? null
  const unreached = unreachedWords(meeting, itemId, terms)
  const fixed = amendmentIsVotedOn(meeting, draft)
  const drop = () =>
    modal.confirm({
      title: amended.length === 0 ? '撤下后不再表决这一件' : `撤下后，对它的 ${amended.length} 条修正案一起撤下`,
      content: motion,
      okText: '撤下',
      cancelText: '不撤',
      onOk: async () => {
        const answer = await act('dropDraft', { voteId })
        if (answer.ok) say('已撤下')
      },
    })
  const proposal = amendment === null ? draft : drafts.find((other) => other.voteId === amendment.voteId)
  return (
    <article className={`vote-draft ${amendment === null ? '' : 'amendment'}`} aria-label={`待表决：${motion}`}>
      <p className="row wrap">
        <span className="tag warn">
          <IconNotes size={16} aria-hidden />
          {amendment === null ? '待表决' : '修正案，先表决'}
        </span>
        {termTags(terms).map((tag) => (
          <span key={tag} className="tag line">
            {tag}
          </span>
        ))}
      </p>
      <h3 className="song">{motion}</h3>
      {amendment !== null && <p className="amended-text">通过后原案改为：{amendment.text}</p>}
      <VersionList versions={versions} />
      <Asked terms={terms} />
      <RuleFacts itemId={itemId} terms={terms} />
      {unreached !== null && <p className="vote-hindrance">{unreached}</p>}
      {words !== null && (
        <p className={hindrance?.unlawful ? 'vote-hindrance' : 'note'} role="status">
          {words}
        </p>
      )}
      {meeting.phase === 'open' && (
        <div className="row wrap vote-draft-acts">
          <Button
            type={first && words === null ? 'primary' : 'default'}
            icon={<IconScale size={18} aria-hidden />}
            disabled={words !== null}
            onClick={() => void act('openDraft', { voteId })}
          >
            开始表决
          </Button>
          <Button
            icon={<IconEdit size={18} aria-hidden />}
            disabled={fixed}
            onClick={amendment === null ? onRevise : () => setAmending('revise')}
          >
            改
          </Button>
          <Button icon={<IconTrash size={18} aria-hidden />} disabled={fixed} onClick={drop}>
            撤下
          </Button>
          {amendment === null && terms.question.kind !== 'election' && (
            <Button icon={<IconPencilPlus size={18} aria-hidden />} onClick={() => setAmending('new')}>
              提修正案
            </Button>
          )}
          <VotePapers voteId={voteId} />
        </div>
      )}
      {amending !== null && proposal !== undefined && (
        <AmendmentDialog
          proposal={proposal}
          amendment={amending === 'revise' ? draft : null}
          onClose={() => setAmending(null)}
        />
      )}
    </article>
  )
}
