import type { Session } from 'electron'
import { isOwnAddress } from './navigation.ts'

/** All that a page may use, each with its reason. Whatever is not here is refused. */
const ALLOWED: Readonly<Record<string, string>> = {
  'clipboard-sanitized-write': '“复制为微信文本” writes plain text',
  fullscreen: 'the hall screen fills the projector',
  'window-management': 'the hall screen finds the second display',
}

export function mayUse(permission: string, requester: string): boolean {
  return Object.hasOwn(ALLOWED, permission) && isOwnAddress(requester)
}

/** Both handlers are needed: many features are only checked and never requested. */
export function guardPermissions(
  session: Pick<Session, 'setPermissionCheckHandler' | 'setPermissionRequestHandler'>,
): void {
  session.setPermissionCheckHandler((_contents, permission, requester) => mayUse(permission, requester))
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(mayUse(permission, details.requestingUrl)),
  )
}
