#pragma once

#include "cards/card.h"
#include "desk/update.h"

/// What a manager may be shown of a pack's cards, with figures of every kind: two years of it.
desk::EvaluationPtr some_evaluation(const cards::Pack& pack);

/// What a desk is told before its manager is at that part.
std::vector<desk::Event> to_manager(const cards::Pack& pack, const desk::ManagerView& view);
