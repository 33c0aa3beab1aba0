import { Input, Modal } from 'antd'
import { useId } from 'react'
import { voteId } from '../../../../../shared/core/ids.ts'
import type { Draft } from '../../../../../shared/meeting/voting/state.ts'
import { sentenceOf } from '../../../../../shared/wording/rejections.ts'
import { randomBytes } from '../../../../connection/browser-runtime.ts'
import { forgetDraft, useDraft } from '../../../../connection/use-draft.ts'
import { useDesk } from '../../../desk-context.tsx'
import { MAX_MOTION } from '../use-motion.ts'
import { amendmentRule } from './draft-standing.ts'

type Words = { readonly change: string; readonly text: string }

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' &&
  value !== null &&
  'change' in value &&
  typeof value.change === 'string' &&
  'text' in value &&
  typeof value.text === 'string'

type Props = {
  readonly proposal: Draft
  /** The one that is reworded; null: a new one. */
  readonly amendment: Draft | null
  readonly onClose: () => void
}

/** 提修正案: what is to be changed, and how the proposal would then read. It is voted on before the proposal. */
export function AmendmentDialog({ proposal, amendment, onClose }: Props) {
  const { act, meeting, say } = useDesk()
  const id = useId()
  const kept = `amendment.${amendment?.voteId ?? proposal.voteId}`
  const [{ change, text }, setWords] = useDraft<Words>(
    kept,
    { change: amendment?.motion ?? '', text: amendment?.amendment?.text ?? proposal.motion },
    isWords,
  )
  const same = text.trim() === proposal.motion
  const rule = amendmentRule(proposal, meeting)
  const ready = change.trim() !== '' && text.trim() !== '' && !same && rule !== null
  const submit = async () => {
    if (!ready) return
    const words = { motion: change.trim(), amendment: { voteId: proposal.voteId, text: text.trim() } }
    const answer =
      amendment === null
        ? await act('draftVote', {
            ...words,
            voteId: voteId.mint(randomBytes),
            itemId: proposal.itemId,
            // Decided as the proposal is, by 赞成 and 反对.
            terms: { ...proposal.terms, rule, question: { kind: 'motion' }, details: null },
          })
        : await act('reviseDraft', { ...words, voteId: amendment.voteId, terms: { ...amendment.terms, rule } })
    if (!answer.ok) return
    forgetDraft(kept)
    say(amendment === null ? '已记下修正案，先表决它' : '修正案已改好')
    onClose()
  }
  return (
    <Modal
      title={amendment === null ? '提修正案：先表决修正案，再表决原案' : '改修正案'}
      open
      okText={amendment === null ? '提出' : '改好了'}
      cancelText="先不提"
      okButtonProps={{ disabled: !ready }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <div className="amendment-fields">
        <p className="sub">原案：{proposal.motion}</p>
        <div className="field">
          <label htmlFor={`${id}-change`}>改什么</label>
          <Input.TextArea
            id={`${id}-change`}
            autoFocus
            rows={2}
            maxLength={MAX_MOTION}
            value={change}
            placeholder="例如：把“12 月 5 日开工”改成“12 月 10 日开工”"
            onChange={(event) => setWords({ change: event.target.value, text })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-text`}>改成以后，全文是</label>
          <Input.TextArea
            id={`${id}-text`}
            rows={3}
            maxLength={MAX_MOTION}
            value={text}
            onChange={(event) => setWords({ change, text: event.target.value })}
          />
          <span className="note">{same ? '全文还和原案一样，请改好再提。' : '修正案通过，原案就按这段话表决。'}</span>
        </div>
        {rule === null && (
          <p className="vote-hindrance" role="status">
            {sentenceOf({ code: 'amendmentNeedsRule' })}规则在原案的“改”里选。
          </p>
        )}
      </div>
    </Modal>
  )
}
