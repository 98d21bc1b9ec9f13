# Intake: documents and texts read into drafts of resolutions.
intake-theme = Protocol
intake-pasted = Text
intake-reading = Reading the document. This may take up to a minute.
intake-read = { $doubtful ->
    [0] Read. Items: { $n }. Nothing is issued: check the items and send the draft to the chair.
   *[other] Read. Items: { $n }, with doubts: { $doubtful }. Nothing is issued: check the items and send the draft to the chair.
  }
intake-kept = The document is read and kept. What is left to say is who held the meeting and who chaired it.
intake-no-items = No assignment was found in the text. An item is known by its action and executor, for example "Школе № 12 отремонтировать пандус до 25 декабря". Items can also be entered by hand.
intake-too-many = Items found in the document: { $n }. One resolution holds { $max }. Please split the document.
intake-started-already = This document is being reviewed already. Open it: /resolution
intake-known = You have sent this document before. This is its review.
intake-taken = { $idle ->
    [yes] This document is reviewed by { $name }. Last change: { $time }. There was no change for more than an hour, so you can take the review over.
   *[no] This document is being reviewed by { $name }. Last change: { $time }. You can take the review over after an hour without changes.
  }
intake-done = This document is entered already. Theme: { $theme }. { $state ->
    [waiting] The draft lies with the chair.
    [closed] The resolution is off control.
   *[other] The resolution is adopted.
  }
intake-several = The message holds several assignments: { $n }.
intake-button-review = Review item by item ({ $n })
intake-button-one = It is one assignment
intake-maybe-roadmap = This looks like a roadmap. The table of a roadmap with its dates and executors is loaded in a way of its own. Below it is read as items of a resolution.
intake-button-roadmap = Load it as a roadmap
intake-button-by-hand = Enter by hand
intake-button-continue = Continue
intake-button-take-over = Take the review over
intake-document-or-report = Is this a protocol to read or your report?
intake-button-document = Protocol
intake-button-report = Report
intake-in-private = The review was sent to your private chat.
intake-edited = The review was made from the earlier text of the message and is unchanged. Correct the items in the review, or send the text as a new message.
intake-source-lost = The file of this document was not found on the server. Ask whoever sent it.
