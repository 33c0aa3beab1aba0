import { SpeakingRulesForm } from '../speaking-rules/SpeakingRulesForm.tsx'
import type { FieldsProps } from './FormatEditor.tsx'

/** 发言规则 of a format; every item of a meeting may have others. */
export function SpeakingPart({ draft, onChange }: FieldsProps) {
  const parties = draft.parties.map(({ name }) => name.trim()).filter((name) => name !== '')
  return (
    <section className="format-part" aria-label="发言规则">
      <h3 className="song">发言规则</h3>
      <p className="note">开会时主持人还可以只改某一个议题的。</p>
      <SpeakingRulesForm
        value={{ seconds: draft.speakingSeconds, rules: draft.speeches }}
        parties={[...new Set(parties)]}
        onChange={({ rules, seconds }) => onChange({ speeches: rules, speakingSeconds: seconds })}
      />
    </section>
  )
}
