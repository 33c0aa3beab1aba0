/** All that the shell logs. A closed list: no name, secret or address of a page can slip in with a new entry. */
type Logged =
  | 'childGone'
  | 'hostExited'
  | 'hostSilent'
  | 'hostRefused'
  | 'navigationRefused'
  | 'windowRefused'
  | 'pageGone'
  | 'pageFailed'
  | 'pageUnresponsive'
  | 'requestRefused'
  | 'stateUnwritable'
  | 'uncaught'

export type DesktopLog = (event: Logged, detail: string) => void

/** One line per entry, as the host writes its own. */
export const logLine = (event: string, detail: string, at: Date): string =>
  `${JSON.stringify({ at: at.toISOString(), event, detail })}\n`
