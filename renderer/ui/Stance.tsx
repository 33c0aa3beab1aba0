import { IconCircle, IconPlus, IconQuestionMark, IconTriangle, IconX } from '@tabler/icons-react'
import './stance.css'
import { type StanceKey, stanceNames } from './stances.ts'

const icons = {
  for: IconCircle,
  against: IconX,
  addition: IconPlus,
  question: IconQuestionMark,
  abstain: IconTriangle,
} as const

/** The mark of a stance alone, for beside its word. */
export function StanceMark({ stance }: { readonly stance: StanceKey }) {
  const Icon = icons[stance]
  return <Icon className={`stance-mark stance-${stance}`} size="1.15em" stroke={2.25} aria-hidden="true" />
}

/** A stance or a choice: its mark and its word, never colour alone. */
export function Stance({ stance }: { readonly stance: StanceKey }) {
  return (
    <span className={`stance stance-${stance}`}>
      <StanceMark stance={stance} />
      {stanceNames[stance]}
    </span>
  )
}
