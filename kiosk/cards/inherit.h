#pragma once

#include "cards/card.h"
#include "cards/draft.h"

namespace cards {

/// Makes a framework's written steps its steps, after checking that their first letters spell its
/// title.
void lay_out_framework(CardDraft& draft);

/// Gives a situation its steps: the framework's, with what the situation writes in their place. A
/// written step belongs to the framework's step of the same title, or else to the first that has
/// its letter and is still free; one that finds none is an error.
void inherit_steps(CardDraft& draft, const Card& framework);

} // namespace cards
