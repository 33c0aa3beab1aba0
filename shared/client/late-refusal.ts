import type { ClientFrame } from '../protocol/client-frames.ts'
import { commandNames } from '../wording/names.ts'

/** What a command that was refused late was about, and why: whoever sent it has gone on to something else. */
export function lateRefusal(text: string, sentence: string): string {
  const name = nameOf(JSON.parse(text) as ClientFrame)
  return name === undefined ? sentence : `“${name}”没有办成：${sentence}`
}

function nameOf(frame: ClientFrame): string | undefined {
  if (frame.t === 'admit') return commandNames.admitDevice
  if (frame.t === 'turnAway') return '不准入'
  // A page of another version may have sent a type that we have no name for.
  const names: Readonly<Record<string, string | undefined>> = commandNames
  return frame.t === 'command' ? names[frame.type] : undefined
}
