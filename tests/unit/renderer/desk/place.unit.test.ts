import { describe, expect, it } from 'vitest'
import { hashOf, type Place, placeOf, withoutSecret } from '../../../../renderer/desk/fragment.ts'
import { id } from '../../../fixtures/ids.ts'

describe('the fragment of the desk', () => {
  it('carries the launch secret, alone or before a place', () => {
    const secret = '0123456789abcdef'.repeat(3)
    expect(withoutSecret(`#${secret}`)).toEqual({ brought: secret, rest: '' })
    expect(withoutSecret(`#${secret}/meeting/mt_000001`)).toEqual({ brought: secret, rest: '#/meeting/mt_000001' })
    expect(withoutSecret('#/meeting/mt_000001')).toEqual({ brought: null, rest: '#/meeting/mt_000001' })
    expect(withoutSecret('#123456').brought).toBeNull()
  })

  it('names a place, and anything else is the start page', () => {
    const places: readonly Place[] = [
      { at: 'start' },
      { at: 'found' },
      { at: 'roster', councilId: id.council('000001') },
      { at: 'convene', councilId: id.council('000001') },
      { at: 'convene', councilId: id.council('000001'), formatId: 'red_hall' },
      { at: 'formats' },
      { at: 'rulePacks' },
      { at: 'trial' },
      { at: 'bench', councilId: null },
      { at: 'bench', councilId: id.council('000001') },
      { at: 'meeting', meetingId: id.meeting('000001') },
      { at: 'statistics', meetingId: id.meeting('000001') },
    ]
    for (const place of places) expect(placeOf(hashOf(place))).toEqual(place)
    for (const hash of ['', '#', '#/', '#/meeting/../x', '#/convene/mt_000001']) {
      expect(placeOf(hash)).toEqual({ at: 'start' })
    }
  })
})
