import type { TextVersion } from '../../../../shared/meeting/voting/state.ts'
import { timeText } from '../../../ui/clock-text.ts'

/** How the words of a proposal have read, the first ones first; nothing while they have not changed. */
export function VersionList({ versions }: { readonly versions: readonly TextVersion[] }) {
  if (versions.length < 2) return null
  return (
    <details className="vote-versions">
      <summary>改过 {versions.length - 1} 次，看原文</summary>
      <ol>
        {versions.map(({ at, by, text }, index) => (
          <li key={`${at} ${text}`}>
            <span className="note">
              {index === 0 ? '原文' : by === null ? '改后' : '修正案通过后'}，{timeText(at)}
            </span>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
