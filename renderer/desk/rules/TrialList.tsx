import { Button } from 'antd'
import type { Rule } from '../../../shared/rules/rule.ts'
import { tryRule } from '../../../shared/rules/trial/try-rule.ts'
import { trialSentence } from '../../../shared/wording/trial.ts'
import { OutcomeTag } from './OutcomeTag.tsx'
import { outcomeOf } from './outcome.ts'
import type { TrialEntry } from './trial-file.ts'

/** Rows beyond these are in the file, not on the page. */
const MOST_ROWS = 200

type Props = {
  readonly rules: readonly Rule[]
  readonly entries: readonly TrialEntry[]
  readonly today: string
  readonly onOpen: (entry: TrialEntry) => void
  readonly onClear: () => void
}

/** 试算清单: trials noted down or read from a file, each worked out. */
export function TrialList({ entries, onClear, onOpen, rules, today }: Props) {
  return (
    <section className="sheet trial-more" aria-label="试算清单">
      <div className="row">
        <h2 className="song grow">试算清单（{entries.length} 条）</h2>
        <Button size="small" onClick={onClear}>
          清空清单
        </Button>
      </div>
      {entries.length > MOST_ROWS && (
        <p className="note">
          这里只列前 {MOST_ROWS} 条，导出的文件里是全部 {entries.length} 条。
        </p>
      )}
      <table className="ledger trial-lines">
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">结论</th>
            <th scope="col">说明</th>
            <th scope="col">
              <span className="only-readers">打开</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, MOST_ROWS).map((entry, index) => {
            const trial = tryRule(rules, entry.rule, entry.input)
            const name = nameOf(entry.id)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: an entry's own id may be missing or there twice
              <tr key={index}>
                <td>{name}</td>
                <td>
                  <OutcomeTag outcome={outcomeOf(trial)} />
                </td>
                <td>
                  {trial.rule !== null && <b>{trial.rule.name}：</b>}
                  {trialSentence(trial, today)}
                </td>
                <td>
                  {trial.rule !== null && (
                    <Button size="small" aria-label={`打开第 ${index + 1} 条`} onClick={() => onOpen(entry)}>
                      打开
                    </Button>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

const nameOf = (id: unknown): string => (id === null ? '没有编号' : typeof id === 'string' ? id : JSON.stringify(id))
