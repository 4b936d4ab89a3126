; Tells Windows which links Sidetone can open. Whether it does open them the user alone chooses, in the
; system's settings: `UserChoice` is sealed, and is not touched here or anywhere.
;
; Included by electron-builder's installer. The keys are of the user who installs (SHELL_CONTEXT), which
; is what `ms-settings:defaultapps?registeredAppUser=Sidetone` leads to.

!macro tellOfLinks
  ; Programs and settings that are open look again.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

!macro customInstall
  ; The marker and the two dashes come before the link: nothing after them is a switch, whatever a link
  ; holds, and no argument without the marker is taken for a link (main/shell/links/link-of.ts).
  WriteRegStr SHELL_CONTEXT "Software\Classes\Sidetone.Link" "" "Phone link"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Sidetone.Link" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\Sidetone.Link\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Sidetone.Link\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" --open-link -- "%1"'

  WriteRegStr SHELL_CONTEXT "Software\Sidetone\Capabilities" "ApplicationName" "Sidetone"
  WriteRegStr SHELL_CONTEXT "Software\Sidetone\Capabilities" "ApplicationDescription" "Calls and texts the numbers you click, over RingCentral"
  WriteRegStr SHELL_CONTEXT "Software\Sidetone\Capabilities" "ApplicationIcon" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHELL_CONTEXT "Software\Sidetone\Capabilities\URLAssociations" "tel" "Sidetone.Link"
  WriteRegStr SHELL_CONTEXT "Software\Sidetone\Capabilities\URLAssociations" "callto" "Sidetone.Link"
  WriteRegStr SHELL_CONTEXT "Software\Sidetone\Capabilities\URLAssociations" "sms" "Sidetone.Link"

  WriteRegStr SHELL_CONTEXT "Software\RegisteredApplications" "Sidetone" "Software\Sidetone\Capabilities"
  !insertmacro tellOfLinks
!macroend

!macro customUnInstall
  ; An update removes the version before it, too; the user's choice is to outlive that.
  ${ifNot} ${isUpdated}
    DeleteRegValue SHELL_CONTEXT "Software\RegisteredApplications" "Sidetone"
    DeleteRegKey SHELL_CONTEXT "Software\Sidetone\Capabilities"
    DeleteRegKey /ifempty SHELL_CONTEXT "Software\Sidetone"
    DeleteRegKey SHELL_CONTEXT "Software\Classes\Sidetone.Link"
    !insertmacro tellOfLinks
  ${endIf}
!macroend
