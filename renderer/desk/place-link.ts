import type { MouseEvent } from 'react'
import { hashOf, type Place } from './fragment.ts'
import { launchSecret } from './identity.ts'
import { go } from './place.ts'

/**
 * A link within the desk's pages: a plain click moves without loading, other clicks open a window of its own. The
 * address that a projector shows while the mouse rests on it has no launch secret: a new window, which has no memory of
 * it, is given the secret at the moment it opens.
 */
export function linkTo(place: Place, path = '/desk') {
  const apart = (event: MouseEvent) => {
    const secret = launchSecret()
    if (secret === null) return
    event.preventDefault()
    window.open(`${path}#${secret}${hashOf(place).slice(1)}`, '_blank', 'noopener')
  }
  return {
    href: path + hashOf(place),
    onClick: (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return apart(event)
      event.preventDefault()
      go(place, path)
    },
    onAuxClick: (event: MouseEvent) => {
      if (event.button === 1) apart(event)
    },
  }
}
