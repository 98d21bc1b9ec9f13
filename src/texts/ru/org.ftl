# Organisation: addressing people, joining, roster, help.
org-address = { $gender ->
    [male] Уважаемый { $name }!
    [female] Уважаемая { $name }!
   *[unknown] Уважаемый(-ая) { $name }!
  }
org-address-unknown = Уважаемый(-ая) коллега!
