# Organisation: addressing people, joining, roster, help.
org-address = { $gender ->
   *[unknown] Құрметті { $name }!
  }
org-address-unknown = Құрметті әріптес!
