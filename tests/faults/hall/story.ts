import type { Contact } from '../../../shared/contacts/messages.ts'
import type { CommandId, SeatId } from '../../../shared/core/ids.ts'
import type { StreamName } from '../../../shared/streams/stream-name.ts'

/** A command as its sender keeps it until there is an answer. */
export type Told = {
  readonly stream: StreamName | 'contacts'
  readonly seatId: SeatId | null
  readonly id: CommandId
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What a hall showed as confirmed: the state of a stream after batch `seq`, as canonical JSON. */
export type Shown = { readonly stream: StreamName; readonly seq: number; readonly state: string }

/** Under which name a journal holds what this command did. */
export const keyOf = ({ id, seatId, stream }: Pick<Told, 'id' | 'seatId' | 'stream'>): string =>
  `${stream} ${seatId ?? 'operator'}/${id}`

/** The truth as the people outside know it, over all lives of a hall, and what was found to contradict it. */
export class Story {
  readonly problems: string[] = []
  readonly submitted = new Map<string, Told>()
  readonly acknowledged = new Map<string, number>()
  readonly refused = new Map<string, string>()
  readonly unanswered = new Map<string, Told>()
  /** Contacts as last acknowledged; null once deleted. */
  readonly contacts = new Map<string, Contact | null>()
  /** What the halls so far have shown, the last of each stream. */
  readonly shown = new Map<StreamName, Shown>()
  readonly joinCodes = new Map<string, string>()
  hostId: string | null = null

  problem(text: string): void {
    this.problems.push(text)
  }

  tell(told: Told): void {
    this.submitted.set(keyOf(told), told)
    this.unanswered.set(keyOf(told), told)
  }

  acknowledge(told: Told, seq: number): void {
    const key = keyOf(told)
    const first = this.acknowledged.get(key)
    if (first !== undefined && first !== seq) this.problem(`${key} was answered with ${first} and then with ${seq}`)
    if (this.refused.has(key)) this.problem(`${key} was refused and then done`)
    if (told.stream === 'contacts' && first === undefined) this.#saved(told)
    this.acknowledged.set(key, seq)
    this.unanswered.delete(key)
  }

  refuse(told: Told, code: string): void {
    const key = keyOf(told)
    if (this.acknowledged.has(key)) this.problem(`${key} was acknowledged and then refused: ${code}`)
    this.refused.set(key, code)
    this.unanswered.delete(key)
  }

  #saved({ data, type }: Told): void {
    this.contacts.set(String(data['seatId']), type === 'saveContact' ? (data as unknown as Contact) : null)
  }
}
