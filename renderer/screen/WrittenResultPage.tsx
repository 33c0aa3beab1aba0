import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { OWNERS_CAUTION } from '../../shared/wording/cautions.ts'
import { outcomeNames } from '../../shared/wording/vote-words.ts'
import { QuestionHead } from './QuestionHead.tsx'
import { RuleSource } from './RuleSource.tsx'
import { SealMark } from './Seal.tsx'
import { WrittenTable } from './WrittenTable.tsx'
import { writtenColumns } from './written-columns.ts'
import type { ClosedWritten } from './written-shown.ts'
import { concludedWords, writtenNames } from './written-words.ts'
import './result.css'
import './written.css'

/** What whoever reads a result of owners has to know besides: of the caution in its sentence what fits into a line. */
const CAUTION = OWNERS_CAUTION.slice(OWNERS_CAUTION.indexOf('，') + 1)

type Props = { readonly meeting: HeldMeeting; readonly vote: ClosedWritten }

/** What the papers came to: heads and area beside each other with what was asked of them, and the sentence. */
export function WrittenResultPage({ meeting, vote }: Props) {
  const { itemId, kind, motion, rule, verdict } = vote
  const { figures, outcome, tied } = verdict
  return (
    <>
      <div className="announced written-announced">
        <div>
          <QuestionHead
            meeting={meeting}
            vote={{ amendment: null, itemId, motion }}
            what={`${writtenNames[kind]}的结果`}
          />
        </div>
        <SealMark
          outcome={outcome}
          word={outcome === 'invalid' ? '无效' : outcomeNames[outcome]}
          tie={tied.length > 0}
        />
      </div>
      <div className="written-result">
        <WrittenTable columns={writtenColumns(rule, figures)} taking={kind === 'owners' ? '参与' : '收回'} />
      </div>
      <footer className="band listed" aria-live="polite">
        <p className="sentence">{concludedWords(verdict)}</p>
        {rule !== null && <RuleSource rule={rule} />}
        {kind === 'owners' && <p className="label cut">{CAUTION}</p>}
      </footer>
    </>
  )
}
