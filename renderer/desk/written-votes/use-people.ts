import { useEffect, useMemo, useState } from 'react'
import { nameOf } from '../../connection/meeting-view.ts'
import { useDesk } from '../desk-context.tsx'
import type { People } from './asked-units.ts'

const unknown: People['houses'] = {}

/** Who lives where. House numbers are told to the host's own laptop alone; elsewhere there are names. */
export function usePeople(): People {
  const { client, meeting } = useDesk()
  const [houses, setHouses] = useState(unknown)
  const live = client.phase.at === 'live'
  const { councilId } = meeting
  const { names } = client
  // biome-ignore lint/correctness/useExhaustiveDependencies: who has a new name has come onto the roster, or moved
  useEffect(() => {
    if (!live) return
    let wanted = true
    void client.contacts(councilId).then((told) => {
      if (!wanted || told === null) return
      setHouses(Object.fromEntries(told.flatMap(({ house, seatId }) => (house === null ? [] : [[seatId, house]]))))
    })
    return () => {
      wanted = false
    }
  }, [client, councilId, live, names])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names of the client are other ones when somebody is renamed
  return useMemo(() => ({ houses, nameOf: (seatId) => nameOf(client, seatId) }), [client, houses, names])
}
