import { type CouncilId, councilId, type ItemId, itemId, type MeetingId, meetingId } from '../../shared/core/ids.ts'

const FORMAT = /^[a-z][a-z0-9_]{1,40}$/
const SECRET = /^#([0-9a-f]{16,200})(?=\/|$)/

/** Where in the desk's pages we are: the path is for the host, the fragment for us. */
export type Place =
  | { readonly at: 'start' }
  | { readonly at: 'found' }
  | { readonly at: 'formats' }
  | { readonly at: 'rulePacks' }
  | { readonly at: 'trial' }
  /** 板凳会议: for a council, or for one that is founded with the meeting. */
  | { readonly at: 'bench'; readonly councilId: CouncilId | null }
  | { readonly at: 'roster'; readonly councilId: CouncilId }
  /** 开一次会, in a format that was asked for or in the one that is suggested. */
  | { readonly at: 'convene'; readonly councilId: CouncilId; readonly formatId?: string }
  | { readonly at: 'meeting'; readonly meetingId: MeetingId }
  /** 发言统计. */
  | { readonly at: 'statistics'; readonly meetingId: MeetingId }
  /** 书面表决, come to from an item or from the meeting. */
  | { readonly at: 'written'; readonly meetingId: MeetingId; readonly itemId?: ItemId }

/** Takes the launch secret out of a fragment: `#<secret>` or `#<secret>/meeting/mt_…`. */
export function withoutSecret(hash: string): { readonly brought: string | null; readonly rest: string } {
  const brought = SECRET.exec(hash)?.[1] ?? null
  const rest = hash.replace(SECRET, '#')
  return { brought, rest: rest === '#' ? '' : rest }
}

/** Reads a fragment such as `#/meeting/mt_…`; what is none of ours is the start page. */
export function placeOf(hash: string): Place {
  const [, kind, rest, more = ''] = hash.replace(/^#/, '').split('/')
  if (kind === 'found' || kind === 'formats' || kind === 'rulePacks' || kind === 'trial') return { at: kind }
  const council = councilId.parse(rest)
  const meeting = meetingId.parse(rest)
  if (kind === 'bench') return { at: 'bench', councilId: council }
  if (kind === 'roster' && council !== null) return { at: 'roster', councilId: council }
  if (kind === 'convene' && council !== null) {
    return FORMAT.test(more)
      ? { at: 'convene', councilId: council, formatId: more }
      : { at: 'convene', councilId: council }
  }
  if ((kind === 'meeting' || kind === 'statistics') && meeting !== null) return { at: kind, meetingId: meeting }
  if (kind === 'written' && meeting !== null) {
    const item = itemId.parse(more)
    return { at: 'written', meetingId: meeting, ...(item === null ? {} : { itemId: item }) }
  }
  return { at: 'start' }
}

/** The fragment of a place. */
export function hashOf(place: Place): string {
  switch (place.at) {
    case 'start':
      return '#/'
    case 'found':
    case 'formats':
    case 'rulePacks':
    case 'trial':
      return `#/${place.at}`
    case 'bench':
      return place.councilId === null ? '#/bench' : `#/bench/${place.councilId}`
    case 'convene':
      return `#/convene/${place.councilId}${place.formatId === undefined ? '' : `/${place.formatId}`}`
    case 'roster':
      return `#/roster/${place.councilId}`
    case 'meeting':
    case 'statistics':
      return `#/${place.at}/${place.meetingId}`
    case 'written':
      return `#/written/${place.meetingId}${place.itemId === undefined ? '' : `/${place.itemId}`}`
  }
}
