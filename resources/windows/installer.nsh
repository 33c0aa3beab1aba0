; Lets phones on the same network reach the hall. One rule for the program, on private and domain networks only, for
; addresses of the local subnet only; without it Windows asks at the first meeting, often behind a full-screen window.

!define FIREWALL_RULE "Yishiting"

!macro customInstall
  nsExec::Exec 'netsh advfirewall firewall delete rule name="${FIREWALL_RULE}"'
  Pop $0
  nsExec::Exec 'netsh advfirewall firewall add rule name="${FIREWALL_RULE}" dir=in action=allow protocol=TCP program="$INSTDIR\${APP_EXECUTABLE_FILENAME}" profile=private,domain remoteip=localsubnet enable=yes'
  Pop $0
  ${If} $0 != 0
    DetailPrint "netsh: $0"
  ${EndIf}
!macroend

!macro customUnInstall
  nsExec::Exec 'netsh advfirewall firewall delete rule name="${FIREWALL_RULE}"'
  Pop $0
!macroend
