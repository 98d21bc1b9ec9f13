# Organisation: addressing people, joining, roster, help.
org-address = { $gender ->
    [male] Dear Mr { $name },
    [female] Dear Ms { $name },
   *[unknown] Dear { $name },
  }
org-address-unknown = Dear colleague,
