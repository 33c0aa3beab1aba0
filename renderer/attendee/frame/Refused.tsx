import { IconAlertTriangle } from '@tabler/icons-react'

/** Why the last act was refused, and what to do next. */
export function Refused({ sentence }: { readonly sentence: string | null }) {
  if (sentence === null) return null
  return (
    <p className="refusal" role="alert">
      <IconAlertTriangle size="1.25em" aria-hidden="true" />
      {sentence}
    </p>
  )
}
