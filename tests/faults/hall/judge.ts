import { createPublicKey, verify } from 'node:crypto'
import { canonicalJson } from '../../../shared/core/canonical.ts'
import { eventsOf, foldUpTo, type Image, type Placed } from './image.ts'
import { keyOf, type Story, type Told } from './story.ts'

/** Holds what is on the disk against what people were told. */
export function judge(image: Image, story: Story): void {
  const events = eventsOf(image)
  const commands = groupBy(events, (event) => `${event.stream} ${event.by}/${event.command.id}`)
  judgeCommands(commands, story)
  judgeSteps(events, story)
  judgeVotes(events, story)
  judgeLedgers(events, story)
  judgeContacts(image, story)
  judgeShown(image, story)
}

/** After everything has been answered and carried on: nothing is left open. */
export function judgeEnd(image: Image, story: Story): void {
  const events = eventsOf(image)
  if (story.unanswered.size > 0) story.problem(`${story.unanswered.size} commands without an answer`)
  const causes = new Set(events.flatMap((event) => event.cause ?? []))
  for (const event of events.filter(isCarriedOn)) {
    if (!causes.has(placeOf(event))) story.problem(`${event.type} in ${placeOf(event)} was not carried on`)
  }
  const index = image.documents.get('meetings.json') as { meetings: { meetingId: string; phase: string }[] } | undefined
  for (const { data, stream } of events.filter((event) => event.type === 'meetingOpened')) {
    const state = JSON.parse(foldUpTo(image, stream, Number.POSITIVE_INFINITY))
    const entry = index?.meetings.filter((meeting) => meeting.meetingId === data['meetingId']) ?? []
    if (entry.length !== 1 || entry[0]?.phase !== state.phase)
      story.problem(`${stream} is not indexed as ${state.phase}`)
  }
}

function judgeCommands(commands: ReadonlyMap<string, readonly Placed[]>, story: Story): void {
  for (const [key, seq] of story.acknowledged) {
    const told = story.submitted.get(key)
    if (told?.stream === 'contacts') continue
    const found = commands.get(key)
    if (found === undefined) story.problem(`${told?.type} ${key}, acknowledged in batch ${seq}, is lost`)
    else if (found[0]?.seq !== seq) story.problem(`${key}, acknowledged in batch ${seq}, is in batch ${found[0]?.seq}`)
  }
  for (const key of story.refused.keys()) if (commands.has(key)) story.problem(`${key} was refused and is there`)
  for (const [key, events] of commands) {
    if (new Set(events.map((event) => event.seq)).size > 1) story.problem(`${key} is in several batches`)
    const acts = events.map(({ data, type }) => `${type} ${data['speechId'] ?? ''}`)
    if (new Set(acts).size < events.length) story.problem(`${key} was done twice`)
    const told = story.submitted.get(key)
    if (told !== undefined) judgeContents(events, told, story)
    else if (events.some((event) => event.by !== 'host')) story.problem(`${key} was never submitted`)
  }
}

/** What a call ends or interrupts first is of another speech than the one it is about. */
function judgeContents(events: readonly Placed[], told: Told, story: Story): void {
  const isBefore = ({ data, type }: Placed) => STOPS.includes(type) && data['speechId'] !== told.data['speechId']
  const own = events.filter((event) => !isBefore(event))
  for (const event of own.length > 0 ? own : events) judgeContent(event, told, story)
}

const STOPS = ['speechEnded', 'speechPaused']

/** An event may add to what was asked, never alter it. */
function judgeContent(event: Placed, told: Told, story: Story): void {
  for (const [field, value] of Object.entries(told.data)) {
    if (!Object.hasOwn(event.data, field)) continue
    // Figures that are shown with what was counted are those of everybody.
    if (event.type === 'figuresShown' && field === 'rows') continue
    // What a speaker was over already is granted too.
    if (event.type === 'speechExtended' && field === 'seconds' && Number(event.data[field]) >= Number(value)) continue
    if (canonicalJson(event.data[field]) !== canonicalJson(value)) story.problem(`${keyOf(told)}: another ${field}`)
  }
}

const placeOf = ({ index, seq, stream }: Placed) => `${stream}#${seq}.${index}`
const isCarriedOn = ({ type }: Placed) => type === 'meetingConvened' || type === 'worksheetAssigned'

/** Each step follows from an event that is there, fits it, and was taken once. */
function judgeSteps(events: readonly Placed[], story: Story): void {
  const places = new Map(events.map((event) => [placeOf(event), event]))
  const taken = new Set<string>()
  for (const event of events) {
    const isStep = event.type === 'meetingOpened' || event.type === 'worksheetIssued'
    if (isStep !== (event.by === 'host')) story.problem(`${event.type} by ${event.by}`)
    if (!isStep) continue
    const cause = places.get(event.cause ?? '')
    const fits =
      event.type === 'meetingOpened'
        ? cause?.type === 'meetingConvened' && cause.data['meetingId'] === event.data['meetingId']
        : cause?.type === 'worksheetAssigned' && cause.data['worksheetId'] === event.data['worksheetId']
    if (!fits) story.problem(`${placeOf(event)} follows from nothing`)
    if (taken.has(event.cause ?? '')) story.problem(`${event.cause} was carried on twice`)
    taken.add(event.cause ?? '')
  }
}

type FiledBallot = { readonly ballotId: string; readonly seatId: string; readonly option: string }
type FiledCounts = readonly Readonly<Record<string, number>>[]

function judgeVotes(events: readonly Placed[], story: Story): void {
  const opened = events.filter((event) => event.type === 'voteOpened').map((event) => event.data['voteId'])
  for (const vote of opened) {
    const own = events.filter((event) => event.data['voteId'] === vote)
    const of = (type: string) => own.filter((event) => event.type === type).map(({ data }) => data)
    const cast = of('ballotCast')
    for (const ballot of own.filter((event) => event.type === 'ballotCast')) judgeSignature(ballot, story)
    // Each ballot is replaced once at most, and the last one is that of its seat.
    const replaced: readonly unknown[] = cast.map((ballot) => ballot['replaces']).filter((one) => one !== undefined)
    if (new Set(replaced).size < replaced.length) story.problem(`a ballot was replaced twice in ${vote}`)
    const received = cast.filter(
      (ballot) => !replaced.includes(ballot['ballotId']),
    ) as unknown as readonly FiledBallot[]
    const hands = of('handsCounted').at(-1)
    const taken = of('paperRecalled').map((paper) => paper['number'])
    const papers = of('papersIssued')
      .flatMap(({ papers }) => papers as readonly { readonly seatId: string; readonly number: number }[])
      .filter(({ number }) => !taken.includes(number))
    const seats = [
      ...received.map((ballot) => ballot.seatId),
      ...((hands?.['seatIds'] ?? []) as readonly string[]),
      ...papers.map((paper) => paper.seatId),
    ]
    if (new Set(seats).size < seats.length) story.problem(`a seat counts twice in ${vote}`)
    const tally = of('tallyEntered').at(-1)
    const counted = [hands?.['rows'], tally?.['rows']].flatMap((rows) => (rows == null ? [] : [rows as FiledCounts]))
    for (const closed of of('voteClosed')) judgeResult(closed, received, counted, story)
    const [withheld] = of('voteClosed')
    for (const published of of('votePublished')) {
      const told = ({ ballots, verdict }: typeof published) => canonicalJson([ballots, verdict])
      if (withheld === undefined || told(published) !== told(withheld)) story.problem(`${vote} was published otherwise`)
    }
  }
}

function judgeResult(
  closed: Placed['data'],
  received: readonly FiledBallot[],
  counted: readonly FiledCounts[],
  story: Story,
): void {
  const vote = String(closed['voteId'])
  const ballots = closed['ballots'] as readonly FiledBallot[]
  const names = (all: readonly FiledBallot[]) =>
    all.map(({ ballotId, option, seatId }) => `${ballotId} ${seatId} ${option}`).join()
  if (names(received) !== names(ballots)) story.problem(`${vote} counted other ballots than it received`)
  const { figures } = closed['verdict'] as { figures: Record<string, number> }
  for (const option of ['for', 'against', 'abstain']) {
    const named = received.filter((ballot) => ballot.option === option).length
    const count = counted.reduce((sum, rows) => sum + (rows[0]?.[option] ?? 0), named)
    if (figures[option] !== count) story.problem(`${vote}: ${figures[option]} ${option} instead of ${count}`)
  }
}

function judgeSignature({ command, data, stream }: Placed, story: Story): void {
  const { evidence } = data as { evidence: { kind: string; publicKey: string; signature: string } }
  if (evidence.kind !== 'signed') return
  const { ballotId, option, seatId, voteId } = data
  const meetingId = stream.slice('meeting/'.length)
  const text = ['yishiting ballot 1', meetingId, voteId, ballotId, option, seatId, command.id].join('\n')
  const x = Buffer.from(evidence.publicKey, 'hex').toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  const holds = verify(null, Buffer.from(text), key, Buffer.from(evidence.signature, 'hex'))
  if (!holds) story.problem(`the signature of ballot ${ballotId} does not hold`)
}

/** 工单: numbers without gaps within each year, each worksheet once. */
function judgeLedgers(events: readonly Placed[], story: Story): void {
  const issued = events.filter((event) => event.type === 'worksheetIssued')
  const ids = issued.map((event) => event.data['worksheetId'])
  if (new Set(ids).size < ids.length) story.problem('a worksheet was issued twice')
  for (const [year, sheets] of groupBy(issued, (event) => event.data['year'])) {
    sheets.forEach((sheet, index) => {
      const number = `${year}-GHY-${String(index + 1).padStart(4, '0')}`
      if (sheet.data['number'] !== number) story.problem(`${sheet.data['number']} instead of ${number}`)
    })
  }
}

function judgeContacts({ documents }: Image, story: Story): void {
  const stored = (documents.get('contacts.json') ?? { seats: {} }) as { seats: Record<string, unknown> }
  const open = [...story.unanswered.values()].filter((told) => told.stream === 'contacts')
  const seats = new Set([...Object.keys(stored.seats), ...story.contacts.keys()])
  for (const seat of seats) {
    const pending = open.filter((told) => told.data['seatId'] === seat)
    const possible = [
      story.contacts.get(seat) ?? null,
      ...pending.map((told) => (told.type === 'saveContact' ? told.data : null)),
    ]
    const found = canonicalJson(stored.seats[seat] ?? null)
    if (!possible.some((contact) => canonicalJson(contact) === found)) story.problem(`contact ${seat} is ${found}`)
  }
  const index = documents.get('meetings.json') as { meetings: { meetingId: string; joinCode: string }[] } | undefined
  for (const [meeting, code] of story.joinCodes) {
    const found = index?.meetings.find((entry) => entry.meetingId === meeting)?.joinCode
    if (found !== code) story.problem(`the code of ${meeting} was ${code} and is ${found}`)
  }
  const settings = documents.get('settings.json') as { hostId: string } | undefined
  if (story.hostId !== null && settings?.hostId !== story.hostId) story.problem('the host has another id')
}

/** What was shown as confirmed is what the file says, also after the cut. */
function judgeShown(image: Image, story: Story): void {
  for (const { seq, state, stream } of story.shown.values()) {
    const there = image.journals.get(stream)?.batches.length ?? 0
    if (there < seq) story.problem(`${stream} was shown up to ${seq} and has ${there}`)
    else if (foldUpTo(image, stream, seq) !== state) story.problem(`${stream} was shown otherwise at ${seq}`)
  }
}

function groupBy<T, K>(all: readonly T[], key: (entry: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const entry of all) groups.set(key(entry), [...(groups.get(key(entry)) ?? []), entry])
  return groups
}
