#!/bin/bash
# Runs as root after the .deb was unpacked. The builder fills in ${executable} and ${sanitizedProductName}.
set -u
app='/opt/${sanitizedProductName}'
command='/usr/bin/${executable}'

if command -v update-alternatives >/dev/null 2>&1; then
  update-alternatives --install "$command" '${executable}' "$app/${executable}" 100
else
  ln -sf "$app/${executable}" "$command"
fi

# Always: whether ordinary users may make namespaces cannot be found out as root, and where they may not (UOS, Kylin,
# hardened Debian) the window starts only with this helper. Chromium prefers namespaces where they work.
chmod 4755 "$app/chrome-sandbox"

if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database /usr/share/applications || true
fi
