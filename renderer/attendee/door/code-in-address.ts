import type { HallClient } from '../../../shared/client/hall-client.ts'

/** A meeting's code: six digits. */
export const isCode = (text: string): boolean => /^\d{6}$/.test(text)

/** The code that a scanned address brings, `#482613`; null when it brings none. */
export function codeIn(fragment: string): string | null {
  const code = fragment.replace(/^#/, '')
  return isCode(code) ? code : null
}

/** What a person types as a code: digits alone, also full-width ones, at most six. */
export const typedCode = (text: string): string => text.normalize('NFKC').replace(/\D/g, '').slice(0, 6)

/** Shows the code at the door; a device that is still seated in an earlier meeting shows it as soon as it is in there. */
export function enterScanned(client: HallClient, code: string): void {
  const came = () => client.phase.at !== 'connecting' && client.phase.at !== 'offline'
  const wasThere = came()
  client.enter(code)
  if (wasThere) return
  const stop = client.subscribe(() => {
    if (!came()) return
    stop()
    if (client.phase.at === 'live') client.enter(code)
  })
}
