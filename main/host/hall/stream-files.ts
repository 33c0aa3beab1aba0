import { addressOf, parseStreamName, type StreamName } from '../../../shared/streams/stream-name.ts'

export const JOURNAL_DIR = 'journals'
const SUFFIX = '.jsonl'

/** `meeting/mt_abc` lies in `meeting-mt_abc.jsonl`. */
export function journalFile(name: StreamName): string {
  const { kind, id } = addressOf(name)
  return `${kind}-${id}${SUFFIX}`
}

/** The stream that lies in a file, or null for whatever else is in the folder (kept torn tails, for one). */
export function streamInFile(file: string): StreamName | null {
  if (!file.endsWith(SUFFIX)) return null
  const name = file.slice(0, -SUFFIX.length).replace('-', '/')
  // A name that parses is a stream's name.
  return parseStreamName(name) === null ? null : (name as StreamName)
}
