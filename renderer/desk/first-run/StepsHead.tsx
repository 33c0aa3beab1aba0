import { IconCheck } from '@tabler/icons-react'

const steps = [
  ['组织', '填名称，写名册'],
  ['会议', '定议题、规则'],
  ['开门', '扫码签到'],
] as const

/** The three steps to a first meeting, and which one this is. */
export function StepsHead({ at }: { readonly at: 0 | 1 | 2 }) {
  return (
    <ol className="setup-steps" aria-label="三步开会">
      {steps.map(([name, what], index) => (
        <li key={name} aria-current={index === at ? 'step' : undefined} className={index <= at ? 'reached' : ''}>
          <span className="song setup-no">{index < at ? <IconCheck size={18} aria-label="已完成" /> : index + 1}</span>
          <b>{name}</b>
          <span className="note">{what}</span>
        </li>
      ))}
    </ol>
  )
}
