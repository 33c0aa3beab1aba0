import { Button, Checkbox, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { KINDS_HEIGHT, kindOptions } from './kind-options.ts'
import { PanelFrame } from './PanelFrame.tsx'
import { PartyField } from './PartyField.tsx'
import type { RosterKind } from './person.ts'
import { type CommonPart, noCommonPart } from './several.ts'
import { TermFields } from './TermFields.tsx'

type Props = {
  readonly count: number
  readonly parties: readonly string[]
  readonly onApply: (part: CommonPart) => void
  readonly onClose: () => void
}

const SAME = 'same'
const yesNo = (yes: string, no: string) => [
  { value: SAME, label: '不改' },
  { value: 'yes', label: yes },
  { value: 'no', label: no },
]

/** Gives several people the same: what is left at 不改 stays as each has it. */
export function SeveralPanel({ count, onApply, onClose, parties }: Props) {
  const id = useId()
  const [part, setPart] = useState<CommonPart>(noCommonPart)
  const set = (more: Partial<CommonPart>) => setPart({ ...part, ...more })
  const answerOf = (value: boolean | null) => (value === null ? SAME : value ? 'yes' : 'no')
  const meant = (answer: string) => (answer === SAME ? null : answer === 'yes')
  const nothing = Object.values(part).every((value) => value === null)
  return (
    <PanelFrame
      title={`一起改 ${count} 人`}
      onClose={onClose}
      foot={
        <Button size="small" disabled={nothing} onClick={() => onApply(part)}>
          改这 {count} 人
        </Button>
      }
    >
      <div className="field">
        <label htmlFor={`${id}k`}>身份</label>
        <Select<RosterKind | typeof SAME>
          id={`${id}k`}
          size="small"
          value={part.kind ?? SAME}
          options={[{ value: SAME, label: '不改' }, ...kindOptions]}
          listHeight={KINDS_HEIGHT}
          onChange={(kind) => set({ kind: kind === SAME ? null : kind })}
        />
        <span className="note">换了身份，表决权按身份定</span>
      </div>
      <fieldset className="field">
        <legend>表决权</legend>
        <Radio.Group
          size="small"
          optionType="button"
          buttonStyle="solid"
          value={answerOf(part.voting)}
          options={yesNo('有', '无')}
          onChange={(event) => set({ voting: meant(event.target.value) })}
        />
      </fieldset>
      <fieldset className="field">
        <legend>资格</legend>
        <Radio.Group
          size="small"
          optionType="button"
          buttonStyle="solid"
          value={answerOf(part.suspended)}
          options={yesNo('停止', '恢复')}
          onChange={(event) => set({ suspended: meant(event.target.value) })}
        />
      </fieldset>
      <Checkbox checked={part.party !== null} onChange={(event) => set({ party: event.target.checked ? '' : null })}>
        改方、单位
      </Checkbox>
      {part.party !== null && (
        <PartyField
          label="方、单位"
          usual="parties"
          known={parties}
          value={part.party}
          placeholder="留空就是去掉"
          onChange={(party) => set({ party })}
        />
      )}
      <Checkbox
        checked={part.term !== null}
        onChange={(event) => set({ term: event.target.checked ? { termFrom: '', termTo: '' } : null })}
      >
        改任期
      </Checkbox>
      {part.term !== null && (
        <TermFields from={part.term.termFrom} to={part.term.termTo} onChange={(term) => set({ term })} />
      )}
    </PanelFrame>
  )
}
