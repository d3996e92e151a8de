"""What a case is held against: each module finds problems of one sort and needs nothing that a learner has not."""
