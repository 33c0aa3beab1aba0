/** An address as people type it: `http://192.168.3.8:8420/` is 192.168.3.8:8420. */
export const addressText = (url: string): string => url.replace(/^http:\/\//, '').replace(/\/$/, '')
